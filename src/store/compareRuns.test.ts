import { expect, test } from 'vitest';
import { compareRuns } from './compareRuns';

const run = (losses: number[], weightsHash: string | null = 'a') => ({
  losses: Float32Array.from(losses),
  weightsHash,
});

test('the same run is the same', () => {
  expect(compareRuns(run([2, 1, NaN]), run([2, 1, NaN]))).toEqual({
    firstDifference: null,
    largestDifference: 0,
    sameWeights: true,
  });
});

test('the first step that differs is named, and by how much steps differ at most', () => {
  const { firstDifference, largestDifference, sameWeights } = compareRuns(
    run([2, 1, 0.5, 0.25]),
    run([2, 1.125, 0.25, 0.25], 'b'),
  );
  expect([firstDifference, largestDifference, sameWeights]).toEqual([1, 0.25, false]);
});

test('a step that only one of them has differs', () => {
  expect(compareRuns(run([2]), run([2, 1]))).toMatchObject({ firstDifference: 1, largestDifference: 0 });
});
