import { describe, expect, test } from 'vitest';
import { createRandom } from '../../lib/random';
import { digitFromDrawing } from '../digitFromDrawing';
import type { Drawing, Picture } from '../drawing';
import { rasterise } from '../rasterise';
import { sampleDrawings } from '../sampleDrawings';
import type { Grey } from './grey';
import { greyFromRgba, inverted } from './grey';
import { pictureFromPhoto } from './pictureFromPhoto';

interface Scene {
  readonly width: number;
  readonly height: number;
  /** The pad's side on the photo, and where its top left corner is (pixels). */
  readonly side: number;
  readonly x: number;
  readonly y: number;
  /** Of the pen, in pixels. */
  readonly pen: number;
  /** How bright paper is at a place, 0 to 255. */
  readonly paper: (x: number, y: number) => number;
  /** Brightness of ink in parts of the paper's. */
  readonly ink: number;
  /** Grain, the largest deviation (of 255). */
  readonly grain: number;
}

const desk: Scene = {
  width: 640,
  height: 480,
  side: 300,
  x: 170,
  y: 90,
  pen: 6,
  paper: () => 225,
  ink: 0.3,
  grain: 0,
};

function photograph(drawing: Drawing, change: Partial<Scene> = {}): Grey {
  const { width, height, side, x, y, pen, paper, ink, grain } = { ...desk, ...change };
  const longer = Math.max(width, height);
  const inked = rasterise(drawing.strokes, { scale: side, x, y }, pen, longer);
  const random = createRandom(7);
  const brightness = new Uint8Array(width * height);
  for (let pixel = 0; pixel < brightness.length; pixel++) {
    const [column, row] = [pixel % width, Math.floor(pixel / width)];
    const share = inked[row * longer + column];
    const lit = paper(column, row) * (1 - share * (1 - ink));
    const noise = grain * (random.uniform() + random.uniform() + random.uniform() - 1.5);
    brightness[pixel] = Math.min(255, Math.max(0, Math.round(lit + noise)));
  }
  return { width, height, brightness };
}

const digitOf = (picture: Picture | null) => picture && digitFromDrawing({ picture, strokes: [] });

/** 1 for the same digit, about 0.5 for two that have little to do with each other. */
function likeness(a: Uint8Array, b: Uint8Array): number {
  const dot = (p: Uint8Array, q: Uint8Array) => p.reduce((sum, value, i) => sum + value * q[i], 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

/** How like the drawn digits those are that come of their photos; the worst of all ten. */
function worstLikeness(change: Partial<Scene>, edit = (grey: Grey) => grey): number {
  const found: number[] = [];
  for (const drawing of sampleDrawings) {
    const digit = digitOf(pictureFromPhoto(edit(photograph(drawing, change))));
    found.push(digit ? likeness(digit, digitFromDrawing(drawing)!) : 0);
  }
  return Math.min(...found);
}

const slope = (x: number, y: number) => 235 - 0.16 * x - 0.14 * y;
const lamp = (x: number, y: number) => 70 + 170 * Math.exp(-((x - 180) ** 2 + (y - 120) ** 2) / 300 ** 2);
const shadow = (x: number, y: number) => (x + 0.5 * y > 420 ? 110 : 225);

describe('the digit on a photo is the one that was written', () => {
  test.each<[string, Partial<Scene>]>([
    ['on even paper', {}],
    ['in light from one side', { paper: slope }],
    ['under a lamp', { paper: lamp }],
    ['half in a shadow', { paper: shadow }],
    ['in a grainy photo', { grain: 20 }],
    ['grainy, unevenly lit', { grain: 14, paper: lamp }],
    ['in pencil', { ink: 0.72, grain: 4 }],
    ['with a marker', { pen: 28 }],
    ['small in a corner', { side: 70, pen: 2, x: 520, y: 380 }],
    ['very large', { side: 700, x: -40, y: -110, pen: 40 }],
    ['upright', { width: 480, height: 640, x: 90, y: 170 }],
    ['in few pixels', { width: 32, height: 32, side: 30, x: 1, y: 1, pen: 2.5 }],
  ])('%s', (_, scene) => {
    expect(worstLikeness(scene)).toBeGreaterThan(0.9);
  });

  test.each<[string, Partial<Scene>]>([
    ['even', {}],
    ['unevenly lit', { paper: (x, y) => 255 - 0.15 * slope(x, y) }],
    ['grainy', { grain: 14 }],
    ['in few pixels', { width: 28, height: 28, side: 28, x: 0, y: 0, pen: 2.5, paper: () => 255, ink: 0 }],
  ])('in light ink on dark, %s', (_, scene) => {
    expect(worstLikeness(scene, inverted)).toBeGreaterThan(0.9);
  });

  test('with other writing on the sheet', () => {
    const elsewhere = { side: 60, pen: 4 };
    const others = [
      photograph(sampleDrawings[4], { ...elsewhere, x: 10, y: 10 }),
      photograph(sampleDrawings[1], { ...elsewhere, x: 560, y: 400 }),
    ];
    const darkest = (grey: Grey): Grey => ({
      ...grey,
      brightness: grey.brightness.map((value, i) =>
        Math.min(value, ...others.map(({ brightness }) => brightness[i])),
      ),
    });
    expect(worstLikeness({}, darkest)).toBeGreaterThan(0.9);
  });

  test('with the edge of the table', () => {
    const onTable = (x: number) => (x < 90 ? 60 : 225);
    expect(worstLikeness({ paper: onTable })).toBeGreaterThan(0.9);
  });

  test('with specks of dust', () => {
    const dusty = (grey: Grey): Grey => {
      const brightness = grey.brightness.slice();
      for (let i = 0; i < 300; i++) brightness[(i * 7919 * 31) % brightness.length] = 20;
      return { ...grey, brightness };
    };
    expect(worstLikeness({}, dusty)).toBeGreaterThan(0.9);
  });
});

test("a thin pen's line becomes as wide as the pad's pen", () => {
  const seven = sampleDrawings[7];
  const fine = digitOf(pictureFromPhoto(photograph(seven, { pen: 3 })))!;
  const drawn = digitFromDrawing(seven)!;
  const ink = (digit: Uint8Array) => digit.reduce((sum, value) => sum + value, 0);
  expect(ink(fine) / ink(drawn)).toBeGreaterThan(0.8);
  expect(ink(fine) / ink(drawn)).toBeLessThan(1.2);
});

describe('no digit', () => {
  test.each<[string, Partial<Scene>]>([
    ['an empty sheet', {}],
    ['a black picture', { paper: () => 0 }],
    ['one pixel', { width: 1, height: 1 }],
    ['a line of pixels', { width: 1, height: 300 }],
    ['an empty, grainy, unevenly lit sheet', { grain: 25, paper: lamp }],
    ['nothing but a shadow', { paper: shadow }],
  ])('is found on %s', (_, scene) => {
    expect(pictureFromPhoto(photograph({ picture: null, strokes: [] }, scene))).toBeNull();
  });
});

test('what can be looked through is on white paper', () => {
  const rgba = Uint8ClampedArray.of(0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 255, 0, 0, 0, 128);
  expect([...greyFromRgba(rgba, 4, 1).brightness]).toEqual([255, 0, 76, 127]);
});
