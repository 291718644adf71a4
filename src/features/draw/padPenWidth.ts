/** The pen on the pad, in parts of its side: as bold as MNIST's, for a digit two thirds of the pad high. */
export const PAD_PEN_WIDTH = 0.08;
