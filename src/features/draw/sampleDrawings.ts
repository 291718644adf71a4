import { curveThrough } from '../../data/curveThrough';
import type { Drawing, Point } from '../../data/drawing';

/**
 * Each digit's strokes as points the pen went through, "x,y" in hundredths of the pad's side. A point given
 * twice is a corner.
 */
const strokesOfDigit: readonly (readonly string[])[] = [
  ['54,18 38,24 29,43 31,66 43,80 58,78 69,62 70,40 63,24 54,18'],
  ['54,17 52,37 50,58 47,82'],
  ['32,34 38,21 52,17 64,25 64,39 54,55 41,68 31,79 31,79 50,77 71,79'],
  ['33,23 48,17 62,23 63,35 54,44 43,47 43,47 58,49 68,60 64,74 50,81 32,76'],
  ['40,18 36,33 31,52 31,52 50,53 71,51', '62,20 60,45 57,82'],
  ['38,20 36,34 34,46 34,46 50,42 64,50 67,64 58,77 44,81 31,76', '38,20 53,19 68,19'],
  ['60,17 45,29 35,48 32,66 40,80 54,81 65,71 63,58 52,52 41,56 34,66'],
  ['30,23 50,22 70,21 70,21 60,40 50,60 45,82'],
  ['64,25 52,18 39,24 40,37 53,47 65,60 63,75 50,82 37,75 37,61 50,48 62,37 64,25'],
  ['64,31 54,20 40,24 34,38 42,49 55,46 65,33 64,31 63,50 60,66 56,82'],
];

/** Ten drawings, 0 to 9, for those who would rather not draw. */
export const sampleDrawings: readonly Drawing[] = strokesOfDigit.map((strokes) =>
  strokes.map((stroke) => curveThrough(stroke.split(' ').map(parsePoint))),
);

function parsePoint(text: string): Point {
  const [x, y] = text.split(',').map(Number);
  return { x: x / 100, y: y / 100 };
}
