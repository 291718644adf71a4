/** The largest weight of the past in a moving average; a file of its own, because toolbars come before the curves. */
export const LARGEST_SMOOTHING = 0.99;
