import { expect, test } from 'vitest';
import type { Dataset } from '../data/dataset';
import { loadedImages } from '../data/imageSet';
import { usualConfig } from '../training/config';
import { trainingDataset } from './trainingDataset';

const images = loadedImages(new Uint8Array(784 * 60), new Uint8Array(60));
const dataset: Dataset = { training: images, test: images, load: async () => undefined };

test('only the recipe for drawings has drawings among its images, and none among those held out', async () => {
  expect(trainingDataset(usualConfig('article'), dataset)).toBe(dataset);
  const config = { ...usualConfig('robust'), imageCount: 60, validationCount: 30 };
  const { training } = trainingDataset(config, dataset);
  await training.until(60);
  const hasInk = (i: number) => training.images.subarray(784 * i, 784 * (i + 1)).some((ink) => ink > 0);
  expect([...Array(60).keys()].filter(hasInk)).toEqual([0, 6, 12, 18, 24]);
});
