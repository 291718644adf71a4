import { describe, expect, test } from 'vitest';
import { createRandom } from '../../lib/random';
import { digitFromDrawing } from '../digitFromDrawing';
import { drawDigit } from './drawDigit';
import { waysOfWriting } from './waysOfWriting';

describe('a digit that is drawn', () => {
  test('stays on the pad, whatever its way', () => {
    const random = createRandom(1);
    for (let i = 0; i < 1000; i++) {
      for (const { points } of drawDigit(i % 10, random).strokes) {
        for (const { x, y } of points) {
          expect(Math.min(x, y)).toBeGreaterThan(0);
          expect(Math.max(x, y)).toBeLessThan(1);
        }
      }
    }
  });

  test('is the same for the same numbers, and else another', () => {
    const draw = (seed: number) => digitFromDrawing(drawDigit(9, createRandom(seed)));
    expect(draw(5)).toEqual(draw(5));
    expect(draw(6)).not.toEqual(draw(5));
  });

  test('comes in every way', () => {
    const random = createRandom(2);
    const counts = new Set(Array.from({ length: 300 }, () => drawDigit(4, random).strokes.length));
    expect(counts).toEqual(new Set(waysOfWriting[4].map((way) => way.split('|').length)));
  });
});
