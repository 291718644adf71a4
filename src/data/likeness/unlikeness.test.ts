import { readIdx } from '../../../scripts/idx.mjs';
import { expect, test } from 'vitest';
import { digitFromDrawing } from '../digitFromDrawing';
import { loadedImages } from '../imageSet';
import { sampleDrawings } from '../sampleDrawings';
import { createNearestDigits } from './nearestDigits';
import { USUAL_THRESHOLD, unlikeness, unlikenessOfTraining } from './unlikeness';

const COUNT = 5_000;
const images = readIdx('train-images-idx3-ubyte').subarray(0, 784 * COUNT);
const digits = createNearestDigits(loadedImages(images, new Uint8Array(COUNT)));
digits.takeIn(Infinity);

const measure = (digit: Uint8Array, except?: number) => unlikeness(digits.nearest(digit, except), COUNT);

/** Strokes of a pen, as "x,y" in hundredths of the pad. */
const drawn = (...strokes: string[]) =>
  digitFromDrawing({
    picture: null,
    strokes: strokes.map((stroke) => ({
      width: 1,
      points: stroke.split(' ').map((pair) => {
        const [x, y] = pair.split(',').map((number) => Number(number) / 100);
        return { x, y };
      }),
    })),
  })!;

test('training images lie where the constants say, though there are fewer of them', () => {
  const measured = Array.from({ length: 500 }, (_, i) =>
    measure(images.subarray(7_840 * i, 7_840 * i + 784), 10 * i),
  ).sort((a, b) => a - b);
  expect(measured[250]).toBeGreaterThan(0.85);
  expect(measured[250]).toBeLessThan(1.15);
  const beyond = measured.filter((value) => value > USUAL_THRESHOLD).length / 500;
  expect(beyond).toBeGreaterThan(0.002);
  expect(beyond).toBeLessThan(0.035);
  expect([...unlikenessOfTraining].sort((a, b) => a - b)).toEqual(unlikenessOfTraining);
});

test('no sample digit is unlike them; crosses, lines across, faces and scribbles are', () => {
  for (const drawing of sampleDrawings) {
    expect(measure(digitFromDrawing(drawing)!)).toBeLessThan(USUAL_THRESHOLD);
  }
  const others = [
    drawn('10,50 90,50'),
    drawn('20,20 80,80', '80,20 20,80'),
    drawn(
      '50,5 80,15 95,50 80,85 50,95 20,85 5,50 20,15 50,5',
      '35,35 36,36',
      '65,35 66,36',
      '35,60 45,70 55,70 65,60',
    ),
    drawn('10,20 90,30 10,40 90,50 10,60 90,70 10,80 90,90'),
    drawn('20,80 50,20 80,80', '35,55 65,55', '20,20 80,20', '20,50 80,35'),
  ];
  for (const other of others) expect(measure(other)).toBeGreaterThan(USUAL_THRESHOLD);
});
