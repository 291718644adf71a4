import type { LineLook } from './lineLooks';

/** A short piece of a line, as a legend shows it beside words that say the same. */
export function LineSwatch({ stroke, dash }: LineLook) {
  return (
    <svg width="40" height="8" aria-hidden="true">
      <path d="M0 4h40" stroke={stroke} strokeDasharray={dash || undefined} strokeWidth={2} />
    </svg>
  );
}
