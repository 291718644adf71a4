const SECOND_MS = 1_000;
const MINUTE_S = 60;
const HOUR_S = 3_600;

/** `0.4 s`, `38 s`, `2 min 5 s`, `1 h 3 min`: two units at most. */
export function formatDuration(durationMs: number): string {
  const seconds = durationMs / SECOND_MS;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < MINUTE_S) return `${String(whole)} s`;
  if (whole < HOUR_S) return `${String(Math.floor(whole / MINUTE_S))} min ${String(whole % MINUTE_S)} s`;
  const minutes = Math.round(whole / MINUTE_S);
  return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}
