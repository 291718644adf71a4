import { describe, expect, it } from 'vitest';
import { delay } from './delay';
import { forEachParallel } from './forEachParallel';

describe('forEachParallel', () => {
  it('starts the items in order and never more than the limit at once', async () => {
    const started: number[] = [];
    let running = 0;
    let mostRunning = 0;
    await forEachParallel([5, 1, 3, 2, 4, 0], 3, async (item) => {
      started.push(item);
      mostRunning = Math.max(mostRunning, ++running);
      await delay(item);
      running--;
    });
    expect(started).toEqual([5, 1, 3, 2, 4, 0]);
    expect(mostRunning).toBe(3);
  });

  it('throws the first failure, after the others were aborted and have ended', async () => {
    const failure = new Error('first');
    const ended: number[] = [];
    const result = forEachParallel([1, 2, 3, 4], 3, async (item, signal) => {
      if (item === 2) throw failure;
      await delay(10_000, signal).catch(() => ended.push(item));
    });
    await expect(result).rejects.toBe(failure);
    expect(ended).toEqual([1, 3]);
  });

  it('passes an abort on and throws its reason', async () => {
    const controller = new AbortController();
    const result = forEachParallel([1, 2], 1, (_, signal) => delay(10_000, signal), controller.signal);
    controller.abort('enough');
    await expect(result).rejects.toBe('enough');
  });
});
