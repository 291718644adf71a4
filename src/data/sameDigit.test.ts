import { describe, expect, test } from 'vitest';
import { createRandom } from '../lib/random';
import { digitFromDrawing } from './digitFromDrawing';
import type { Drawing, Point } from './drawing';
import { sampleDrawings } from './sampleDrawings';

/** The pad's side on a wide screen, and how far a drawing is shifted there (pixels). */
const PAD_SIDE = 320;
const SHIFT = 40;

/** Hands that draw each sample in their own way. */
const HANDS = 30;

const mapped = ({ picture, strokes }: Drawing, move: (point: Point) => Point): Drawing => ({
  picture,
  strokes: strokes.map((stroke) => ({ ...stroke, points: stroke.points.map(move) })),
});

/** Slanted, stretched and drawn with an unsteady hand, at positions in whole pixels, as a mouse reports them. */
function drawnByHand(sample: Drawing, seed: number): Drawing {
  const random = createRandom(seed);
  const [slant, stretch, size] = [0.4, 0.4, 0.3].map((range) => range * (random.uniform() - 0.5));
  const unsteady = () => 0.012 * (random.uniform() - 0.5);
  const wholePixels = (part: number) => Math.round(part * PAD_SIDE) / PAD_SIDE;
  return mapped(sample, ({ x, y }) => ({
    x: wholePixels(0.5 + (1 + size) * (1 + stretch) * (x - 0.5 + slant * (y - 0.5)) + unsteady()),
    y: wholePixels(0.5 + (1 + size) * (y - 0.5) + unsteady()),
  }));
}

const drawings = sampleDrawings.flatMap((sample, digit) =>
  Array.from({ length: HANDS }, (_, hand) => drawnByHand(sample, HANDS * digit + hand)),
);

/** The largest difference of any of the 784 pixels, over all drawings (of 255). */
function largestDifference(move: (point: Point) => Point): number {
  const differences = drawings.map((drawing) => {
    const digit = digitFromDrawing(drawing)!;
    const moved = digitFromDrawing(mapped(drawing, move))!;
    return Math.max(...digit.map((ink, pixel) => Math.abs(ink - moved[pixel])));
  });
  return Math.max(...differences);
}

describe('the same drawing gives the same 28×28 pixels', () => {
  for (const [x, y] of [
    [SHIFT, 0],
    [-SHIFT, SHIFT],
    [0, -SHIFT],
    [SHIFT, SHIFT],
  ]) {
    test(`shifted by ${x}, ${y} pixels`, () => {
      const move = (point: Point) => ({ x: point.x + x / PAD_SIDE, y: point.y + y / PAD_SIDE });
      expect(largestDifference(move)).toBeLessThanOrEqual(1);
    });
  }

  for (const factor of [0.5, 0.7, 1.4, 2]) {
    test(`${factor} times as large`, () => {
      const move = (point: Point) => ({
        x: 0.5 + factor * (point.x - 0.5),
        y: 0.5 + factor * (point.y - 0.5),
      });
      expect(largestDifference(move)).toBeLessThanOrEqual(1);
    });

    test(`${factor} times as large, in whole pixels again: nearly the same`, () => {
      const wholePixels = (part: number) => Math.round(part * PAD_SIDE) / PAD_SIDE;
      const differences = drawings.map((drawing) => {
        const digit = digitFromDrawing(drawing)!;
        const scaled = mapped(drawing, ({ x, y }) => ({
          x: wholePixels(0.5 + factor * (x - 0.5)),
          y: wholePixels(0.5 + factor * (y - 0.5)),
        }));
        const moved = digitFromDrawing(scaled)!;
        // The part of all ink that is elsewhere.
        const sum = (values: ArrayLike<number>) =>
          Array.from(values).reduce((total, value) => total + value, 0);
        return sum(Array.from(digit, (ink, pixel) => Math.abs(ink - moved[pixel]))) / 2 / sum(digit);
      });
      expect(Math.max(...differences)).toBeLessThan(0.05);
    });
  }
});
