const UNITS = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/** `now`, `5 minutes ago`, `yesterday`, `12 days ago`, in the given language. */
export function formatAgo(thenMs: number, nowMs: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const agoMs = nowMs - thenMs;
  const fitting = UNITS.find(({ ms }) => agoMs >= ms);
  return fitting ? words.format(-Math.floor(agoMs / fitting.ms), fitting.unit) : words.format(0, 'second');
}
