import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleConfig } from './config';
import { epochImagesAfter, imagesInStep, imagesInSteps } from './stepImages';

// 3 steps an epoch, of 4, 4 and 2 images.
const config = { ...articleConfig, imageCount: 12, validationCount: 2, batchSize: 4 };

test('the last batch of an epoch may be smaller', () => {
  const steps = [0, 1, 2, 3, 4, 5];
  expect(steps.map((step) => imagesInStep(config, step))).toEqual([4, 4, 2, 4, 4, 2]);
  expect(steps.map((step) => epochImagesAfter(config, step))).toEqual([4, 8, 10, 4, 8, 10]);
  expect(steps.map((step) => imagesInSteps(config, step))).toEqual([0, 4, 8, 10, 14, 18]);
});

test('gradient descent takes all images in one step', () => {
  const descent = { ...config, optimizer: 'gradientDescent' } as const;
  expect(imagesInStep(descent, 7)).toBe(10);
  expect(imagesInSteps(descent, 7)).toBe(70);
});

test('steps add up', () => {
  const count = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(count, count, count, (imageCount, batchSize, steps) => {
      const some = { ...articleConfig, imageCount, batchSize };
      let total = 0;
      for (let step = 0; step < steps; step++) total += imagesInStep(some, step);
      expect(imagesInSteps(some, steps)).toBe(total);
    }),
  );
});
