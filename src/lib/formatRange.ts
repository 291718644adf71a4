/** What is known only from one bound to another deserves no third digit. */
const digits = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** From 72 to 364 is `72–360`; once where both read the same. */
export function formatRange(low: number, high: number): string {
  const [from, to] = [digits.format(low), digits.format(high)];
  return from === to ? from : `${from}–${to}`;
}
