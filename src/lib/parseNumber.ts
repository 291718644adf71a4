/** A plain decimal number, or NaN: no blanks, hexadecimals or "Infinity". */
export function parseNumber(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
