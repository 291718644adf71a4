/** 0.97963 is `97.96%`: two decimals, because good models differ in the second. */
export const formatAccuracy = (accuracy: number): string =>
  Number.isFinite(accuracy) ? `${(100 * accuracy).toFixed(2)}%` : '';
