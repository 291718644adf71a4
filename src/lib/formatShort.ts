/** A round number as an axis writes it: `0.5`, `2000`; very large and very small ones as `2e+9`, `1e-4`. */
export function formatShort(value: number): string {
  return value !== 0 && (value >= 1e4 || value < 1e-3) ? value.toExponential(0) : String(value);
}
