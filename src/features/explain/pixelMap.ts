import { DIGIT_SIDE } from '../../data/digitSide';
import type { ValueMap } from '../../explain/valueMap';

/** Values of the digit's pixels as a map. */
export const pixelMap = (values: Float64Array): ValueMap => ({
  height: DIGIT_SIDE,
  width: DIGIT_SIDE,
  values,
});
