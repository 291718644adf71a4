import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLASS_COUNT } from '../model/spec';
import { calibrationOf } from './calibration';
import { commonestMistake, confusionOf, countIn, rateIn, rightCount, shownCount } from './confusion';
import { digitScores } from './digitScores';
import { confidentMistakes, imagesOfCell } from './pickImages';
import type { Readings } from './readings';
import { guessesOf } from './readings';

/** Images as [digit shown, digit read, confidence]; what is left of the probability is shared out evenly. */
function readingsOf(
  images: readonly (readonly [shown: number, read: number, confidence: number])[],
): Readings {
  return {
    labels: Uint8Array.from(images, ([shown]) => shown),
    probabilities: Float32Array.from(
      images.flatMap(([, read, confidence]) =>
        Array.from({ length: CLASS_COUNT }, (_, digit) =>
          digit === read ? confidence : (1 - confidence) / 9,
        ),
      ),
    ),
  };
}

const five = readingsOf([
  [4, 9, 0.95],
  [4, 4, 0.55],
  [4, 9, 0.65],
  [9, 9, 0.85],
  [7, 1, 0.85],
]);
const counts = confusionOf(five.labels, guessesOf(five).digits);

const anyReadings = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 }),
    ),
    { minLength: 1, maxLength: 80 },
  )
  .map((images): Readings => {
    const shares = images.map(([, weights]) => {
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return weights.map((weight) => (sum > 0 ? weight / sum : 0.1));
    });
    return {
      labels: Uint8Array.from(images, ([label]) => label),
      probabilities: Float32Array.from(shares.flat()),
    };
  });

describe('guesses', () => {
  test('are the likeliest digits and how likely these are', () => {
    const { digits, confidences } = guessesOf(five);
    expect([...digits]).toEqual([9, 4, 9, 9, 1]);
    [0.95, 0.55, 0.65, 0.85, 0.85].forEach((confidence, image) =>
      expect(confidences[image]).toBeCloseTo(confidence, 6),
    );
  });

  test('of several that are equally likely the smallest is taken', () => {
    const { digits } = guessesOf({ labels: Uint8Array.of(3), probabilities: new Float32Array(10).fill(0.1) });
    expect([...digits]).toEqual([0]);
  });
});

describe('the confusion matrix', () => {
  test('counts which digit is read as which', () => {
    expect(countIn(counts, { shown: 4, read: 9 })).toBe(2);
    expect(countIn(counts, { shown: 9, read: 4 })).toBe(0);
    expect(rateIn(counts, { shown: 4, read: 9 })).toBeCloseTo(2 / 3);
    expect(rateIn(counts, { shown: 0, read: 0 })).toBeNull();
    expect(commonestMistake(counts)).toEqual({ shown: 4, read: 9 });
  });

  test('has no commonest mistake where all is right', () => {
    expect(commonestMistake(confusionOf(Uint8Array.of(1, 2), Uint8Array.of(1, 2)))).toBeNull();
  });

  test('has as many images in a row as show the digit, and accuracy is its diagonal over all images', () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const { labels } = readings;
        const { digits } = guessesOf(readings);
        const all = confusionOf(labels, digits);
        for (let digit = 0; digit < CLASS_COUNT; digit++) {
          expect(shownCount(all, digit)).toBe(labels.filter((label) => label === digit).length);
        }
        const right = labels.filter((label, image) => label === digits[image]).length;
        expect(rightCount(all)).toBe(right);
        expect(calibrationOf(labels, guessesOf(readings)).accuracy).toBeCloseTo(right / labels.length, 12);
      }),
    );
  });
});

describe('precision, recall and F1', () => {
  test('of digits that are shown and read', () => {
    expect(digitScores(counts)[4]).toEqual({
      shown: 3,
      read: 1,
      right: 1,
      precision: 1,
      recall: 1 / 3,
      f1: 0.5,
    });
    expect(digitScores(counts)[9]).toEqual({
      shown: 1,
      read: 3,
      right: 1,
      precision: 1 / 3,
      recall: 1,
      f1: 0.5,
    });
  });

  test('are not there where they would be 0/0', () => {
    // A seven is shown and never read, a one is read and never shown, a zero is neither.
    const scores = digitScores(counts);
    expect(scores[7]).toMatchObject({ precision: null, recall: 0, f1: 0 });
    expect(scores[1]).toMatchObject({ precision: 0, recall: null, f1: 0 });
    expect(scores[0]).toMatchObject({ precision: null, recall: null, f1: null });
  });
});

describe('calibration', () => {
  test('compares confidence with accuracy in every bin', () => {
    const { bins, confidence, accuracy, expectedError } = calibrationOf(five.labels, guessesOf(five));
    expect(bins.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 1, 1, 0, 2, 1]);
    expect(bins[8]).toMatchObject({ from: 0.8, to: 0.9, right: 1, accuracy: 0.5 });
    expect(bins[8].confidence).toBeCloseTo(0.85, 6);
    expect(bins[0]).toMatchObject({ confidence: null, accuracy: null });
    expect(accuracy).toBe(0.4);
    expect(confidence).toBeCloseTo(0.77, 6);
    // (|1 − 0.55| + |0 − 0.65| + 2 · |0.5 − 0.85| + |0 − 0.95|) / 5
    expect(expectedError).toBeCloseTo(0.55, 6);
  });

  test('bins are closed above: a half is in the fifth, and certainty in the last', () => {
    const guesses = { digits: Uint8Array.of(1, 1, 1), confidences: Float32Array.of(0.5, 1, 0.5625) };
    const { bins } = calibrationOf(Uint8Array.of(1, 1, 1), guesses);
    expect(bins.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1, 1, 0, 0, 0, 1]);
  });

  test('puts every image in one bin, and errs by 0 … 1, at least by what confidence is off on the whole', () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const { bins, confidence, accuracy, expectedError } = calibrationOf(
          readings.labels,
          guessesOf(readings),
        );
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(readings.labels.length);
        expect(expectedError).toBeGreaterThanOrEqual(Math.abs(accuracy - confidence) - 1e-12);
        expect(expectedError).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('images', () => {
  const guesses = guessesOf(five);

  test('of a mistake come most confident first', () => {
    expect([...imagesOfCell(five.labels, guesses, { shown: 4, read: 9 })]).toEqual([0, 2]);
    expect([...imagesOfCell(five.labels, guesses, { shown: 5, read: 9 })]).toEqual([]);
  });

  test('that are read right come least confident first', () => {
    const right = readingsOf([
      [3, 3, 0.9],
      [3, 3, 0.4],
    ]);
    expect([...imagesOfCell(right.labels, guessesOf(right), { shown: 3, read: 3 })]).toEqual([1, 0]);
  });

  test('of the most confident mistakes are no right ones, and no more than wanted', () => {
    expect([...confidentMistakes(five.labels, guesses, 2)]).toEqual([0, 4]);
    expect([...confidentMistakes(five.labels, guesses, 12)]).toEqual([0, 4, 2]);
  });
});
