import { curveThrough } from './curveThrough';
import type { Drawing, Point } from './drawing';

/**
 * Each digit's strokes as points the pen went through, "x,y" in hundredths of the pad's side. At a corner one
 * stroke ends and the next begins.
 */
const strokesOfDigit: readonly (readonly string[])[] = [
  ['58,18 46,18 34,29 30,48 33,67 43,80 56,80 67,68 70,50 67,31 58,18 46,18'],
  ['54,17 52,37 50,58 47,82'],
  ['32,34 38,21 52,17 64,25 64,39 54,55 41,68 31,79', '31,79 50,77 71,79'],
  ['33,23 48,17 62,23 63,35 54,44 43,47', '43,47 58,49 68,60 64,74 50,81 32,76'],
  ['40,18 36,33 31,52', '31,52 50,53 71,51', '62,20 60,45 57,82'],
  ['38,20 36,34 34,46', '34,46 50,42 64,50 67,64 58,77 44,81 31,76', '38,20 53,19 68,19'],
  ['60,17 45,29 35,48 32,66 40,80 54,81 65,71 63,58 52,52 41,57 34,68'],
  ['30,23 50,22 70,21', '70,21 60,40 50,60 45,82'],
  ['62,27 51,18 40,24 40,37 51,48 63,61 62,75 50,82 38,75 37,61 50,48 61,37 62,27 51,18'],
  ['64,31 57,20 45,18 36,28 38,41 49,46 59,41 64,31', '65,23 64,42 61,62 57,82'],
];

/** Ten drawings, 0 to 9, for those who would rather not draw. */
export const sampleDrawings: readonly Drawing[] = strokesOfDigit.map((strokes) => ({
  picture: null,
  strokes: strokes.map((stroke) => ({ points: curveThrough(stroke.split(' ').map(parsePoint)), width: 1 })),
}));

function parsePoint(text: string): Point {
  const [x, y] = text.split(',').map(Number);
  return { x: x / 100, y: y / 100 };
}
