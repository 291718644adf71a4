import { describe, expect, test } from 'vitest';
import { createRandom } from '../../lib/random';
import type { Dataset } from '../dataset';
import { digitFromDrawing } from '../digitFromDrawing';
import { loadedImages } from '../imageSet';
import { drawDigit } from './drawDigit';
import { withDrawings } from './withDrawings';

const COUNT = 1000;
const SPACING = 6;
/** Images from here on are held out. */
const TRAINED = 900;

const labels = Uint8Array.from({ length: COUNT }, (_, i) => (i * 7) % 10);
const blank = loadedImages(new Uint8Array(784 * COUNT).fill(9), labels);

/** A dataset whose images arrive when they are told to. */
function arriving() {
  const state = { loadedCount: 0 };
  const training = {
    ...blank,
    get loadedCount() {
      return state.loadedCount;
    },
  };
  return { state, dataset: { training, test: blank, load: async () => undefined } satisfies Dataset };
}

const imageOf = ({ training }: Dataset, i: number) => training.images.subarray(784 * i, 784 * (i + 1));
/** Of the ones, twice as many. */
const isDrawn = (i: number) => i < TRAINED && i % (labels[i] === 1 ? 3 : 6) === 0;
const isAsBefore = (dataset: Dataset, i: number) => imageOf(dataset, i).every((ink) => ink === 9);

describe('a dataset with drawings', () => {
  test('has one in so many, of ones one in half as many, of the same digit, but none among the images held out', async () => {
    const { state, dataset } = arriving();
    state.loadedCount = COUNT;
    const drawn = withDrawings(dataset, SPACING, TRAINED);
    await drawn.training.until(COUNT);
    expect(drawn.training.loadedCount).toBe(COUNT);
    for (let i = 0; i < COUNT; i++) {
      expect(isAsBefore(drawn, i)).toBe(!isDrawn(i));
    }
    expect(imageOf(drawn, 60)).toEqual(digitFromDrawing(drawDigit(labels[60], createRandom(60))));
    expect(blank.images.every((ink) => ink === 9)).toBe(true);
  });

  test('never tells of images that are not taken over yet, and gets the same ones however they arrive', async () => {
    const { state, dataset } = arriving();
    const slow = withDrawings(dataset, SPACING, TRAINED);
    expect(slow.training.loadedCount).toBe(0);
    let told = 0;
    for (state.loadedCount = 250; state.loadedCount < COUNT; state.loadedCount += 250) {
      while (told < state.loadedCount) {
        const { loadedCount } = slow.training;
        expect(loadedCount).toBeGreaterThan(told);
        for (let i = told; i < loadedCount; i++) expect(isAsBefore(slow, i)).toBe(!isDrawn(i));
        told = loadedCount;
      }
    }
    state.loadedCount = COUNT;
    const atOnce = withDrawings(dataset, SPACING, TRAINED);
    await Promise.all([slow, atOnce].map(({ training }) => training.until(COUNT)));
    expect(slow.training.images).toEqual(atOnce.training.images);
  });

  test('ends a wait with its signal', async () => {
    const { state, dataset } = arriving();
    state.loadedCount = COUNT;
    const { training } = withDrawings(dataset, SPACING, TRAINED);
    const signal = AbortSignal.abort(new Error('over'));
    await expect(training.until(COUNT, signal)).rejects.toThrow('over');
  });
});
