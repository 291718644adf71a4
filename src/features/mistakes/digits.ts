import { CLASS_COUNT } from '../../model/spec';

/** 0 … 9. */
export const digits: readonly number[] = Array.from({ length: CLASS_COUNT }, (_, digit) => digit);
