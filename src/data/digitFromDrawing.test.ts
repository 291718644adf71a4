import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIGIT_SIDE, digitFromDrawing } from './digitFromDrawing';
import type { Drawing, Point } from './drawing';

const PEN_WIDTH = 2.5;
const MASS_CENTRE = 14.5;

const coordinate = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const stroke = fc.array(point, { minLength: 1, maxLength: 12 });
const anyDrawing: fc.Arbitrary<Drawing> = fc.array(stroke, { minLength: 1, maxLength: 4 });

/** Large enough to remain more than a tap at a quarter of its size. */
const isLarge = (drawing: Drawing) => Math.max(...extents(drawing)) > 0.25;
const largeDrawing = anyDrawing.filter(isLarge);
const largeStroke = stroke.map((points): Drawing => [points]).filter(isLarge);

function extents(drawing: Drawing): [number, number] {
  const points = drawing.flat();
  const extent = (values: number[]) => Math.max(...values) - Math.min(...values);
  return [extent(points.map(({ x }) => x)), extent(points.map(({ y }) => y))];
}

function movePoints(drawing: Drawing, move: (point: Point) => Point): Drawing {
  return drawing.map((stroke) => stroke.map(move));
}

function read(drawing: Drawing): Uint8Array {
  const digit = digitFromDrawing(drawing);
  if (!digit) throw new Error('The drawing is not empty, but no digit came of it.');
  return digit;
}

/** The pixel of the digit at a row and a column. */
const inkAt = (digit: Uint8Array, row: number, column: number) => digit[row * DIGIT_SIDE + column];

function expectSameUpToRounding(actual: Uint8Array, expected: Uint8Array) {
  expect(Math.max(...actual.map((ink, pixel) => Math.abs(ink - expected[pixel])))).toBeLessThanOrEqual(1);
}

/** Length of the digit's ink from side to side (pixels), partly inked pixels counted by their darkest part. */
function inkSides(digit: Uint8Array): { width: number; height: number } {
  const side = [...Array(DIGIT_SIDE).keys()];
  const rows = side.map((row) => Math.max(...side.map((column) => inkAt(digit, row, column))));
  const columns = side.map((column) => Math.max(...side.map((row) => inkAt(digit, row, column))));
  const span = (darkest: number[]) => {
    const inked = darkest.flatMap((ink, index) => (ink > 0 ? [index] : []));
    const [first, last] = [inked[0], inked[inked.length - 1]];
    return last - first - 1 + (darkest[first] + darkest[last]) / 255;
  };
  return { width: span(columns), height: span(rows) };
}

function massCentre(digit: Uint8Array): Point {
  let [mass, x, y] = [0, 0, 0];
  digit.forEach((ink, pixel) => {
    mass += ink;
    x += ink * ((pixel % DIGIT_SIDE) + 0.5);
    y += ink * (Math.floor(pixel / DIGIT_SIDE) + 0.5);
  });
  return { x: x / mass, y: y / mass };
}

const seven: Drawing = [
  [
    { x: 0.3, y: 0.2 },
    { x: 0.7, y: 0.2 },
    { x: 0.45, y: 0.8 },
  ],
];

describe('a digit', () => {
  test('is 784 pixels, and the same every time', () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        const digit = read(drawing);
        expect(digit).toHaveLength(784);
        expect(Math.max(...digit)).toBeGreaterThan(128);
        expect(read(drawing)).toEqual(digit);
      }),
    );
  });

  test('is null for an empty drawing', () => {
    expect(digitFromDrawing([])).toBeNull();
    expect(digitFromDrawing([[{ x: NaN, y: 0.5 }]])).toBeNull();
  });

  test('leaves out points that are not finite', () => {
    const broken = seven.map((stroke) => [...stroke, { x: Infinity, y: 0 }, { x: 0.5, y: NaN }]);
    expect(read(broken)).toEqual(read(seven));
  });

  test('of a tap is a dot in the middle, as wide as the pen', () => {
    const dot = read([[{ x: 0.9, y: 0.1 }]]);
    expect(inkAt(dot, 14, 14)).toBe(255);
    expect(massCentre(dot)).toEqual({ x: MASS_CENTRE, y: MASS_CENTRE });
    const area = dot.reduce((sum, ink) => sum + ink / 255, 0);
    expect(area).toBeCloseTo((Math.PI * PEN_WIDTH ** 2) / 4, 0);
  });

  test('of a tap with an unsteady hand is hardly more than a dot', () => {
    const { width } = inkSides(
      read([
        [
          { x: 0.5, y: 0.5 },
          { x: 0.505, y: 0.5 },
        ],
      ]),
    );
    expect(width).toBeLessThan(PEN_WIDTH + 2);
  });
});

describe('what does not matter', () => {
  test('where on the pad, and how large', () => {
    const offset = fc.double({ min: -100, max: 100, noNaN: true });
    const scale = fc.double({ min: 0.25, max: 4, noNaN: true });
    fc.assert(
      fc.property(largeDrawing, offset, offset, scale, (drawing, x, y, factor) => {
        const moved = movePoints(drawing, (point) => ({ x: factor * point.x + x, y: factor * point.y + y }));
        expectSameUpToRounding(read(moved), read(drawing));
      }),
    );
  });

  test('the order of the strokes, and the direction of each', () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        const backwards = drawing.map((stroke) => [...stroke].reverse()).reverse();
        expectSameUpToRounding(read(backwards), read(drawing));
      }),
    );
  });

  test('how many points a line is made of', () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        const finer = drawing.map((stroke) =>
          stroke.flatMap((end, i) => {
            const start = stroke[Math.max(0, i - 1)];
            return [{ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }, end];
          }),
        );
        expectSameUpToRounding(read(finer), read(drawing));
      }),
    );
  });
});

describe("MNIST's frame", () => {
  /**
   * Ink whose centre of mass is far from the middle of its box reaches beyond the field, and is cut there.
   * One stroke cannot leave the field without inking its border.
   */
  const isUncut = (digit: Uint8Array) =>
    [...Array(DIGIT_SIDE).keys()].every(
      (i) => inkAt(digit, 0, i) + inkAt(digit, 27, i) + inkAt(digit, i, 0) + inkAt(digit, i, 27) === 0,
    );

  test('makes the longer side of the ink 20 pixels', () => {
    fc.assert(
      fc.property(largeStroke, (drawing) => {
        const digit = read(drawing);
        fc.pre(isUncut(digit));
        const { width, height } = inkSides(digit);
        // A round cap narrower than a pixel darkens no pixel wholly, hence the tolerance.
        expect(Math.max(width, height)).toBeGreaterThan(19);
        expect(Math.max(width, height)).toBeLessThan(20.5);
      }),
    );
  });

  test('keeps the aspect', () => {
    const { width, height } = inkSides(
      read([
        [
          { x: 0.1, y: 0.2 },
          { x: 0.5, y: 0.2 },
          { x: 0.5, y: 0.9 },
        ],
      ]),
    );
    const scale = (20 - PEN_WIDTH) / 0.7;
    expect(height).toBeCloseTo(20, 0);
    expect(width).toBeCloseTo(0.4 * scale + PEN_WIDTH, 0);
  });

  test('puts the centre of mass in the middle of pixel (14, 14)', () => {
    fc.assert(
      fc.property(largeStroke, (drawing) => {
        const digit = read(drawing);
        fc.pre(isUncut(digit));
        const { x, y } = massCentre(digit);
        expect(Math.hypot(x - MASS_CENTRE, y - MASS_CENTRE)).toBeLessThan(0.2);
      }),
    );
  });
});

test('a long scribble costs a fixed number of looks at each of its points', () => {
  let looks = 0;
  const scribble = Array.from({ length: 10_000 }, (_, i) => ({
    get x() {
      looks++;
      return 0.5 + 0.4 * Math.sin(i * 0.37);
    },
    y: 0.5 + 0.4 * Math.sin(i * 0.91),
  }));
  expect(digitFromDrawing([scribble])).not.toBeNull();
  expect(looks).toBeLessThanOrEqual(10 * scribble.length);
});
