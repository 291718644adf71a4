import type { Picture } from '../drawing';
import { PAD_PEN_WIDTH } from '../drawing';
import { pictureInk } from '../pictureInk';
import { cutOut, findInk, outer } from './findInk';
import type { Grey } from './grey';
import { inverted } from './grey';
import { widenLines } from './widenLines';

/** Pixels along the pad's side: as many as its smallest size on a screen. */
const SIDE = 256;

/** The digit's longer side, in parts of the pad: as large as most people draw it. */
const DIGIT_PART = 2 / 3;

/**
 * The digit on a photo or a picture, alone and in the middle of the pad; null where there is no ink. Shadows and
 * uneven light do not matter, nor whether the ink is darker or lighter than what it is on.
 */
export function pictureFromPhoto(photo: Grey): Picture | null {
  const dark = findInk(photo);
  const light = findInk(inverted(photo));
  const found = dark && light ? outer(dark, light) : (dark ?? light);
  if (!found) return null;
  const ink = onPad(cutOut(found));
  return { side: SIDE, ink: widenLines(ink, SIDE, PAD_PEN_WIDTH * SIDE), isFramed: false };
}

/** As large as a drawing, in the middle of the pad. */
function onPad(cut: Picture): Uint8Array {
  const scale = DIGIT_PART * SIDE;
  const ink = pictureInk(cut, { scale, x: (SIDE - scale) / 2, y: (SIDE - scale) / 2 }, SIDE);
  return Uint8Array.from(ink, (share) => Math.round(255 * share));
}
