import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ASKING_INTERVAL_MS, keepAsking } from './keepAsking';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (intervals: number) => vi.advanceTimersByTimeAsync(intervals * ASKING_INTERVAL_MS);

function start(ask: () => Promise<string | null>) {
  const state = { version: 0, answers: [] as string[], problems: [] as unknown[] };
  const asked = vi.fn(ask);
  const stop = keepAsking({
    ask: asked,
    version: () => state.version,
    onAnswer: (answer) => state.answers.push(answer),
    onProblem: (error) => state.problems.push(error),
  });
  return { state, asked, stop };
}

test('asks once, and again only when something has changed, at most once an interval', async () => {
  const { state, asked, stop } = start(async () => 'answer');
  await pass(3.5);
  expect(asked).toHaveBeenCalledTimes(1);
  state.version = 1;
  await pass(0.1);
  expect(asked).toHaveBeenCalledTimes(1);
  state.version = 2;
  await pass(1);
  expect(asked).toHaveBeenCalledTimes(2);
  await pass(3);
  expect(asked).toHaveBeenCalledTimes(2);
  expect(state.answers).toEqual(['answer', 'answer']);
  stop();
});

test('waits for a slow answer, however much changes meanwhile', async () => {
  let answer: (text: string) => void = () => undefined;
  const { state, asked, stop } = start(() => new Promise((resolve) => (answer = resolve)));
  state.version = 1;
  await pass(5);
  expect(asked).toHaveBeenCalledTimes(1);
  answer('at last');
  await pass(1);
  expect(asked).toHaveBeenCalledTimes(2);
  stop();
});

test('asks again where there was no answer yet', async () => {
  const replies = [null, null, 'there it is'];
  const { state, asked, stop } = start(async () => replies.shift() ?? null);
  await pass(2);
  expect(state.answers).toEqual(['there it is']);
  await pass(5);
  expect(asked).toHaveBeenCalledTimes(3);
  stop();
});

test('what comes after the end is dropped, answers and problems alike', async () => {
  let settle: { resolve: (text: string) => void; reject: (error: Error) => void } | null = null;
  const late = () =>
    new Promise<string>((resolve, reject) => {
      settle = { resolve, reject };
    });
  const answered = start(late);
  answered.stop();
  settle!.resolve('too late');
  const refused = start(late);
  refused.stop();
  settle!.reject(new Error('too late'));
  await pass(2);
  expect([answered.state.answers, refused.state.problems]).toEqual([[], []]);
  expect(answered.asked).toHaveBeenCalledTimes(1);
});

test('a refusal is told once and ends it', async () => {
  const { state, asked } = start(async () => {
    throw new Error('no');
  });
  await pass(5);
  expect(state.problems).toEqual([new Error('no')]);
  expect(asked).toHaveBeenCalledTimes(1);
});
