import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Drawing, Picture, Point } from './drawing';
import { PAD_PEN_WIDTH } from './drawing';
import { erase } from './erase';

const RADIUS = 0.05;
const at = (x: number, y: number): Point => ({ x, y });
const drawn = (...lines: Point[][]): Drawing => ({
  picture: null,
  strokes: lines.map((points) => ({ points, width: 1 })),
});

function distance(point: Point, from: Point, to: Point): number {
  const [alongX, alongY] = [to.x - from.x, to.y - from.y];
  const square = alongX ** 2 + alongY ** 2;
  const share = square > 0 ? ((point.x - from.x) * alongX + (point.y - from.y) * alongY) / square : 0;
  const within = Math.min(1, Math.max(0, share));
  return Math.hypot(point.x - from.x - within * alongX, point.y - from.y - within * alongY);
}

describe('the eraser', () => {
  test('cuts a line in two, and leaves no ink under itself', () => {
    const line = drawn([at(0.1, 0.5), at(0.9, 0.5)]);
    const { strokes } = erase(line, at(0.5, 0.4), at(0.5, 0.6), RADIUS);
    const gap = RADIUS + PAD_PEN_WIDTH / 2;
    expect(strokes.map(({ points }) => points)).toEqual([
      [at(0.1, 0.5), { x: expect.closeTo(0.5 - gap), y: 0.5 }],
      [{ x: expect.closeTo(0.5 + gap), y: 0.5 }, at(0.9, 0.5)],
    ]);
  });

  test('does not change what it does not touch, not even its identity', () => {
    const line = drawn([at(0.1, 0.1), at(0.9, 0.1)]);
    expect(erase(line, at(0.5, 0.5), at(0.6, 0.6), RADIUS)).toBe(line);
    const two = drawn([at(0.1, 0.1), at(0.9, 0.1)], [at(0.5, 0.5)]);
    expect(erase(two, at(0.5, 0.5), at(0.5, 0.5), RADIUS).strokes).toEqual([two.strokes[0]]);
    expect(erase(two, at(0.5, 0.5), at(0.5, 0.5), RADIUS).strokes[0]).toBe(two.strokes[0]);
  });

  test('takes a dot, and all of a stroke that it covers', () => {
    expect(erase(drawn([at(0.5, 0.5)]), at(0.52, 0.5), at(0.6, 0.5), RADIUS).strokes).toEqual([]);
    const short = drawn([at(0.5, 0.5), at(0.52, 0.5), at(0.54, 0.51)]);
    expect(erase(short, at(0.45, 0.5), at(0.6, 0.5), RADIUS).strokes).toEqual([]);
  });

  test('catches a fast move between two of its places', () => {
    const line = drawn([at(0.5, 0.1), at(0.5, 0.9)]);
    expect(erase(line, at(0, 0.5), at(1, 0.5), RADIUS).strokes).toHaveLength(2);
  });

  test('leaves no point in its reach, and invents none off the line', () => {
    const coordinate = fc.double({ min: 0, max: 1, noNaN: true });
    const point = fc.record({ x: coordinate, y: coordinate });
    const lines = fc.array(fc.array(point, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(lines, point, point, (given, from, to) => {
        const { strokes } = erase(drawn(...given), from, to, RADIUS);
        for (const { points } of strokes) {
          expect(points.length).toBeGreaterThan(0);
          points.forEach((end, i) => {
            const start = points[Math.max(0, i - 1)];
            for (const share of [0, 0.25, 0.5, 0.75, 1]) {
              const between = at(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y));
              expect(distance(between, from, to)).toBeGreaterThan(RADIUS + PAD_PEN_WIDTH / 2 - 1e-6);
            }
            const offLine = given.flatMap((line) =>
              line.map((corner, j) => distance(end, line[Math.max(0, j - 1)], corner)),
            );
            expect(Math.min(...offLine)).toBeLessThan(1e-9);
          });
        }
      }),
    );
  });

  test('erases pixels of a picture; one without ink is none', () => {
    const picture: Picture = { side: 10, ink: new Uint8Array(100).fill(255), isFramed: false };
    const erased = erase({ picture, strokes: [] }, at(0.05, 0.05), at(0.95, 0.05), RADIUS);
    expect([...erased.picture!.ink.subarray(0, 10)]).toEqual(Array(10).fill(0));
    expect(erased.picture!.ink.subarray(10)).toEqual(picture.ink.subarray(10));
    expect(picture.ink[0]).toBe(255);
    expect(erase(erased, at(0.5, 0), at(0.5, 1), 2)).toEqual({ picture: null, strokes: [] });
    expect(erase(erased, at(0.5, 0.05), at(0.6, 0.05), 0.04)).toBe(erased);
  });
});
