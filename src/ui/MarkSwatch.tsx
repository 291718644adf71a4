/** A short piece of a marked line, beside words that say the same. */
export function MarkSwatch() {
  return (
    <svg width="24" height="8" aria-hidden="true">
      <path d="M0 4h24" stroke="var(--second)" strokeWidth={1.5} />
      <circle cx={12} cy={4} r={3} fill="var(--second)" />
    </svg>
  );
}
