/** Pixels along a side of a digit, as MNIST has them. */
export const DIGIT_SIDE = 28;
