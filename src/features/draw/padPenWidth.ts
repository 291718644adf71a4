/** The pen on the pad, in parts of the pad's side: as bold as in a digit that fills four fifths of the pad. */
export const PAD_PEN_WIDTH = 0.08;
