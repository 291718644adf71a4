const KEY = 'gradpad.storageBudget';
const MEGABYTE = 1_000_000;
const USUAL_BYTES = 500 * MEGABYTE;

/** How much room checkpoints may take on this device (bytes). */
export const storageBudgets: readonly number[] = [
  100 * MEGABYTE,
  250 * MEGABYTE,
  USUAL_BYTES,
  1000 * MEGABYTE,
  2000 * MEGABYTE,
];

/** The budget that was chosen on this device, or 500 MB (bytes). */
export function recallStorageBudget(): number {
  try {
    const stored = localStorage.getItem(KEY);
    return storageBudgets.find((bytes) => String(bytes) === stored) ?? USUAL_BYTES;
  } catch {
    // Storage may be forbidden; there is nothing to budget then.
    return USUAL_BYTES;
  }
}

/** `bytes` is one of `storageBudgets`. */
export function rememberStorageBudget(bytes: number): void {
  try {
    localStorage.setItem(KEY, String(bytes));
  } catch {
    // As above: it holds until the page is closed.
  }
}
