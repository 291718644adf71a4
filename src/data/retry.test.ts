import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../lib/problem';
import { retry, usualPatience } from './retry';

describe('retry', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits twice as long each time, and gives up after the fourth attempt', async () => {
    const startMs = Date.now();
    const startedMs: number[] = [];
    const result = retry(async () => {
      startedMs.push(Date.now() - startMs);
      throw new Problem('shardUnreachable');
    }, usualPatience);
    const settled = expect(result).rejects.toMatchObject({ data: { code: 'shardUnreachable' } });
    await vi.runAllTimersAsync();
    await settled;
    expect(startedMs).toEqual([0, 500, 1500, 3500]);
  });

  it('does not repeat a mistake of ours', async () => {
    const attempt = vi.fn(() => Promise.reject(new TypeError('undefined is not a function')));
    await expect(retry(attempt, usualPatience)).rejects.toThrow(TypeError);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('leaves a pause when it is aborted', async () => {
    const controller = new AbortController();
    const attempt = vi.fn(() => Promise.reject(new Problem('shardStalled')));
    const settled = expect(retry(attempt, usualPatience, controller.signal)).rejects.toBe('enough');
    await vi.advanceTimersByTimeAsync(100);
    controller.abort('enough');
    await settled;
    expect(vi.getTimerCount()).toBe(0);
  });
});
