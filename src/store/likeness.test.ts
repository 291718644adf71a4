import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { USUAL_THRESHOLD } from '../data/likeness/unlikeness';
import type { Likeness } from '../worker/likenessFinder';
import { createLikeness } from './likeness';
import type { AppStore } from './store';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const likenessOf = (unlikeness: number, imageCount = 5_000): Likeness => ({
  unlikeness,
  imageCount,
  nearest: [],
});
const run = (status: string) => ({ status, record: { config: { imageCount: 5_000 } } });

/** A page of which only the drawing and the run count, and a trainer that answers after 10 ms. */
function start(answer: (digit: Uint8Array) => Likeness | null = ([first]) => likenessOf(first)) {
  const ask = vi.fn(
    (_name: string, { digit }: { digit: Uint8Array }) =>
      new Promise((resolve) => setTimeout(() => resolve(answer(digit)), 10)),
  );
  const app = createStore(() => ({ digit: null as Uint8Array | null, run: run('idle') as object, ask }));
  const store = createLikeness(app as unknown as AppStore);
  const draw = (first: number) => app.setState({ digit: Uint8Array.of(first) });
  return { app, ask, store, draw };
}

test('asks nothing before there is a run, then about every drawing once, whatever the run does', async () => {
  const { app, ask, store, draw } = start();
  draw(1);
  await vi.advanceTimersByTimeAsync(500);
  expect(ask).not.toHaveBeenCalled();
  app.setState({ run: run('running') });
  await vi.advanceTimersByTimeAsync(10);
  expect(store.getState().likeness?.unlikeness).toBe(1);
  for (let i = 0; i < 50; i++) {
    app.setState({ run: run('running') });
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(ask).toHaveBeenCalledTimes(1);
});

test('of a drawing that goes on asks four times a second at most, and only about its newest state', async () => {
  const { app, ask, store, draw } = start();
  app.setState({ run: run('running') });
  for (let i = 0; i < 100; i++) {
    draw(i);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ask.mock.calls.length).toBeLessThanOrEqual(6);
  expect(store.getState().likeness?.unlikeness).toBe(99);
});

test('drops an answer about another drawing, and forgets when the pad is emptied', async () => {
  const { app, store, draw } = start();
  app.setState({ run: run('running') });
  draw(1);
  draw(2);
  await vi.advanceTimersByTimeAsync(15);
  expect(store.getState().likeness).toBeNull();
  await vi.advanceTimersByTimeAsync(300);
  expect(store.getState().likeness?.unlikeness).toBe(2);
  app.setState({ digit: null });
  expect(store.getState().likeness).toBeNull();
});

test('asks again while images are still arriving', async () => {
  let imageCount = 1_000;
  const { app, ask, store, draw } = start(() => likenessOf(1, (imageCount += 2_000)));
  app.setState({ run: run('running') });
  draw(1);
  for (let i = 0; i < 50; i++) {
    app.setState({ run: run('running') });
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(ask).toHaveBeenCalledTimes(2);
  expect(store.getState().likeness?.imageCount).toBe(5_000);
});

test('remembers the threshold on this device, and not one that cannot be', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  start().store.getState().changeThreshold(2.05);
  expect(start().store.getState().threshold).toBe(2.05);
  start().store.getState().changeThreshold(null);
  expect(start().store.getState().threshold).toBe(USUAL_THRESHOLD);
  for (const bad of ['-1', '7', 'NaN', '{}']) {
    kept.set('gradpad.unlikeThreshold', bad);
    expect(start().store.getState().threshold).toBe(USUAL_THRESHOLD);
  }
});
