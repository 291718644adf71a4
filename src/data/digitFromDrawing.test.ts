import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitFromDrawing } from './digitFromDrawing';
import { DIGIT_SIDE } from './digitSide';
import type { Drawing, Picture, Point } from './drawing';
import { mnistFraming } from './framing';

/** Strokes of a usual pen. */
type Lines = readonly (readonly Point[])[];
const drawingOf = (lines: Lines, width = 1): Drawing => ({
  picture: null,
  strokes: lines.map((points) => ({ points, width })),
});

const PEN_WIDTH = 2.5;
const MASS_CENTRE = 14.5;

const coordinate = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const stroke = fc.array(point, { minLength: 1, maxLength: 12 });
const anyDrawing: fc.Arbitrary<Lines> = fc.array(stroke, { minLength: 1, maxLength: 4 });

/** Large enough to remain more than a tap at a quarter of its size. */
const isLarge = (drawing: Lines) => Math.max(...extents(drawing)) > 0.25;
const largeDrawing = anyDrawing.filter(isLarge);
const largeStroke = stroke.map((points): Lines => [points]).filter(isLarge);

function extents(drawing: Lines): [number, number] {
  const points = drawing.flat();
  const extent = (values: number[]) => Math.max(...values) - Math.min(...values);
  return [extent(points.map(({ x }) => x)), extent(points.map(({ y }) => y))];
}

function movePoints(drawing: Lines, move: (point: Point) => Point): Lines {
  return drawing.map((stroke) => stroke.map(move));
}

function read(drawing: Lines): Uint8Array {
  const digit = digitFromDrawing(drawingOf(drawing));
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

const seven: Lines = [
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
    expect(digitFromDrawing(drawingOf([]))).toBeNull();
    expect(digitFromDrawing(drawingOf([[{ x: NaN, y: 0.5 }]]))).toBeNull();
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
  expect(digitFromDrawing(drawingOf([scribble]))).not.toBeNull();
  expect(looks).toBeLessThanOrEqual(10 * scribble.length);
});

describe('pens of several widths', () => {
  test('a bolder pen is bolder in the digit, whose ink is as large as ever', () => {
    const inks = [0.6, 1, 1.6].map((width) => digitFromDrawing(drawingOf(seven, width))!);
    const [thin, usual, thick] = inks.map((digit) => digit.reduce((sum, ink) => sum + ink, 0));
    expect(thin).toBeLessThan(0.75 * usual);
    expect(thick).toBeGreaterThan(1.4 * usual);
    for (const digit of inks) expect(inkSides(digit).height).toBeCloseTo(20, 0);
  });

  test('together fit the 20 pixels too, wherever they are', () => {
    const offset = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(largeStroke, largeStroke, offset, (bold, fine, x) => {
        const mixed = (move: number): Drawing => ({
          picture: null,
          strokes: [
            ...drawingOf(
              movePoints(bold, (at) => ({ x: at.x + move, y: at.y })),
              1.6,
            ).strokes,
            ...drawingOf(
              movePoints(fine, (at) => ({ x: at.x + move, y: at.y })),
              0.6,
            ).strokes,
          ],
        });
        const digit = digitFromDrawing(mixed(0))!;
        expectSameUpToRounding(digitFromDrawing(mixed(x))!, digit);
        const { width, height } = inkSides(digit);
        expect(Math.max(width, height)).toBeLessThan(20.5);
      }),
    );
  });
});

describe('a picture', () => {
  /** A filled box on a picture of the whole pad; its edges in pixels of that picture. */
  function boxPicture(side: number, left: number, top: number, right: number, bottom: number): Picture {
    const ink = new Uint8Array(side * side);
    for (let row = top; row < bottom; row++) ink.fill(255, row * side + left, row * side + right);
    return { side, ink, isFramed: false };
  }
  const readPicture = (picture: Picture) => digitFromDrawing({ picture, strokes: [] })!;

  test('is framed as strokes are: its ink 20 pixels long, its centre of mass in the middle', () => {
    const digit = readPicture(boxPicture(200, 30, 20, 80, 120));
    const { width, height } = inkSides(digit);
    expect(height).toBeCloseTo(20, 0);
    expect(width).toBeCloseTo(10, 0);
    const { x, y } = massCentre(digit);
    expect(x).toBeCloseTo(MASS_CENTRE, 1);
    expect(y).toBeCloseTo(MASS_CENTRE, 1);
  });

  test('may lie anywhere', () => {
    expectSameUpToRounding(
      readPicture(boxPicture(200, 100, 60, 150, 160)),
      readPicture(boxPicture(200, 30, 20, 80, 120)),
    );
  });

  test('and what is drawn on it are one digit', () => {
    const picture = boxPicture(200, 90, 20, 110, 120);
    const [line] = drawingOf([
      [
        { x: 0.2, y: 0.8 },
        { x: 0.8, y: 0.8 },
      ],
    ]).strokes;
    const { width, height } = inkSides(digitFromDrawing({ picture, strokes: [line] })!);
    expect(Math.max(width, height)).toBeGreaterThan(19);
    expect(Math.max(width, height)).toBeLessThan(20.5);
  });

  test('that is framed already is the digit itself, whatever the switches say', () => {
    const ink = Uint8Array.from({ length: 784 }, (_, pixel) => (pixel * 37) % 256);
    const picture: Picture = { side: DIGIT_SIDE, ink, isFramed: true };
    expect(readPicture(picture)).toEqual(ink);
    const none = { crops: false, fits: false, centres: false, greys: false };
    expect(digitFromDrawing({ picture, strokes: [] }, none)).toEqual(ink);
  });
});

describe('a step that is left out', () => {
  const small = movePoints(seven, ({ x, y }) => ({ x: x / 4, y: y / 4 }));
  const framed = (off: Partial<typeof mnistFraming>) =>
    digitFromDrawing(drawingOf(small), { ...mnistFraming, ...off })!;

  test('cropping: a small drawing stays small', () => {
    expect(inkSides(framed({ crops: false })).height).toBeLessThan(6);
  });

  test('fitting: the ink reaches from edge to edge', () => {
    expect(inkSides(framed({ fits: false, centres: false })).height).toBeCloseTo(28, 0);
  });

  test('centring: the box is in the middle, not the mass', () => {
    const { x, y } = massCentre(framed({ centres: false }));
    expect(Math.hypot(x - MASS_CENTRE, y - MASS_CENTRE)).toBeGreaterThan(0.5);
  });

  test('grey: every pixel is paper or ink', () => {
    expect(new Set(framed({ greys: false }))).toEqual(new Set([0, 255]));
  });
});
