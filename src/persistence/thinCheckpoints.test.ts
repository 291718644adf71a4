import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredCheckpoint } from './archive';
import { thinnedOut } from './thinCheckpoints';

/** Checkpoints of one run, of 10 bytes each, saved in the order of their steps from a time on. */
function run(runKey: string, savedAt: number, steps: readonly number[]): StoredCheckpoint[] {
  return steps.map((step, i) => ({ runKey, step, byteCount: 10, savedAt: savedAt + i }));
}

const names = (checkpoints: readonly StoredCheckpoint[]) =>
  checkpoints.map(({ runKey, step }) => `${runKey} ${step}`);
const total = (checkpoints: readonly StoredCheckpoint[]) =>
  checkpoints.reduce((sum, { byteCount }) => sum + byteCount, 0);

describe('thinnedOut', () => {
  test('removes nothing that fits', () => {
    const checkpoints = [...run('a', 0, [1, 2]), ...run('b', 9, [5])];
    expect(thinnedOut(checkpoints, 30, { currentKey: 'a' })).toEqual([]);
    expect(thinnedOut([], 0, { currentKey: null })).toEqual([]);
  });

  test('leaves the early part of a run dense', () => {
    const steps = Array.from({ length: 20 }, (_, i) => 100 * (i + 1));
    const checkpoints = run('a', 0, steps);
    const removed = thinnedOut(checkpoints, 80, { currentKey: 'a' });
    const left = checkpoints.filter((checkpoint) => !removed.includes(checkpoint));
    expect(left.map(({ step }) => step)).toEqual([100, 200, 300, 400, 600, 800, 1200, 2000]);
  });

  test('thins out the run that was saved longest ago first, the current one last', () => {
    const checkpoints = [...run('new', 100, [1, 2]), ...run('old', 1, [1, 2]), ...run('current', 0, [1, 2])];
    const removed = (budget: number) => names(thinnedOut(checkpoints, budget, { currentKey: 'current' }));
    expect(removed(55)).toEqual(['old 1']);
    expect(removed(40)).toEqual(['old 1', 'new 1']);
    expect(removed(30)).toEqual(['old 1', 'new 1', 'current 1']);
    expect(removed(20)).toEqual(['old 1', 'new 1', 'current 1', 'old 2']);
    expect(removed(0)).toEqual(['old 1', 'new 1', 'current 1', 'old 2', 'new 2']);
  });

  test('where gaps are the same, takes the later one', () => {
    expect(names(thinnedOut(run('a', 0, [1, 2, 4, 8]), 30, { currentKey: null }))).toEqual(['a 4']);
  });

  test('lets even the start of a run go before its newest', () => {
    expect(names(thinnedOut(run('a', 0, [0, 7]), 10, { currentKey: null }))).toEqual(['a 0']);
  });
});

interface Given {
  readonly checkpoints: readonly StoredCheckpoint[];
  readonly budgetBytes: number;
  readonly currentKey: string | null;
}

describe('whatever is stored', () => {
  const keys = ['a', 'b', 'c', 'd'];
  const stored: fc.Arbitrary<Given> = fc.record({
    checkpoints: fc.uniqueArray(
      fc.record({
        runKey: fc.constantFrom(...keys),
        step: fc.nat(30),
        byteCount: fc.integer({ min: 1, max: 50 }),
        savedAt: fc.nat(20),
      }),
      { maxLength: 40, selector: ({ runKey, step }) => `${runKey} ${step}` },
    ),
    budgetBytes: fc.nat(600),
    currentKey: fc.constantFrom(null, ...keys),
  });

  /** What is removed, what is left, and the newest of each run. */
  function thinned({ checkpoints, budgetBytes, currentKey }: Given) {
    const removed = thinnedOut(checkpoints, budgetBytes, { currentKey });
    const left = checkpoints.filter((checkpoint) => !removed.includes(checkpoint));
    const newest = checkpoints.filter(
      ({ runKey, step }) => !checkpoints.some((other) => other.runKey === runKey && other.step > step),
    );
    return { removed, left, newest };
  }

  const check = (property: (given: Given) => void) =>
    fc.assert(fc.property(stored, property), { numRuns: 500 });

  test('the rest fits the budget, or is the newest of the current run', () => {
    check((given) => {
      const { left } = thinned(given);
      if (total(left) <= given.budgetBytes) return;
      expect(left).toHaveLength(1);
      expect(left[0].runKey).toBe(given.currentKey);
    });
  });

  test('no more is removed than it takes, and nothing that is not there', () => {
    check((given) => {
      const { removed, left } = thinned(given);
      expect(new Set(removed).size).toBe(removed.length);
      expect(left.length + removed.length).toBe(given.checkpoints.length);
      if (removed.length > 0) {
        expect(total(left) + removed[removed.length - 1].byteCount).toBeGreaterThan(given.budgetBytes);
      }
    });
  });

  test('the newest of a run goes only when no other is left, and of the current run never', () => {
    check((given) => {
      const { removed, left, newest } = thinned(given);
      const removedNewest = removed.filter((checkpoint) => newest.includes(checkpoint));
      expect(removedNewest.every(({ runKey }) => runKey !== given.currentKey)).toBe(true);
      if (removedNewest.length > 0)
        expect(left.every((checkpoint) => newest.includes(checkpoint))).toBe(true);
    });
  });

  test('the order it is listed in does not matter, and it is left as it was', () => {
    check(({ checkpoints, budgetBytes, currentKey }) => {
      const before = structuredClone(checkpoints);
      const removed = thinnedOut(checkpoints, budgetBytes, { currentKey });
      expect(checkpoints).toEqual(before);
      expect(thinnedOut(checkpoints.toReversed(), budgetBytes, { currentKey })).toEqual(removed);
    });
  });
});
