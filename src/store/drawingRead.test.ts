import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { usualConfig } from '../training/config';
import type { TrainerPort } from '../worker/client';
import type { FromTrainer, ToTrainer } from '../worker/protocol';
import { QUESTIONS_AT_ONCE, createAppStore } from './store';

vi.mock('./lab', () => ({ createLab: async () => ({ receive: () => undefined }) }));
beforeEach(() => {
  vi.stubGlobal('navigator', { userAgent: 'test', hardwareConcurrency: 2 });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A page whose run has begun, and a trainer that answers questions about the drawing when told to. */
function start() {
  const questions: { id: number; digit: Uint8Array }[] = [];
  const port: TrainerPort = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    terminate: () => undefined,
    postMessage(message: ToTrainer) {
      if (message.kind !== 'request' || message.name !== 'predict') return;
      questions.push({ id: message.id, digit: (message.ask as { digit: Uint8Array }).digit });
    },
  };
  const app = createAppStore({
    config: usualConfig('article'),
    language: 'en',
    linkNotes: [],
    openTrainer: () => port,
  });
  const tell = (data: FromTrainer) =>
    port.onmessage!.call(port as Worker, new MessageEvent('message', { data }));
  let lastAnswer = 0;
  return {
    app,
    questions,
    train() {
      app.getState().train();
      tell({ kind: 'event', runId: 1, event: { type: 'ready', paused: false } });
    },
    /** Answers the oldest question. @returns the step it says */
    async answer() {
      const step = ++lastAnswer;
      tell({
        kind: 'reply',
        id: questions.shift()!.id,
        reply: { step, probabilities: new Float32Array(10).fill(0.1) },
      });
      await Promise.resolve();
      await Promise.resolve();
      return step;
    },
    /** A stroke goes on. */
    async draw(part: number) {
      const before = app.getState().digit;
      app
        .getState()
        .edit({ type: 'draw', points: [{ x: part / 20, y: (part / 20) ** 2 }], isNew: part === 1 });
      await vi.waitFor(() => expect(app.getState().digit).not.toBe(before), { interval: 1 });
    },
  };
}

test('a drawing that goes on is asked about at once, but never too often, and in the end in its newest state', async () => {
  const { app, questions, train, answer, draw } = start();
  train();
  for (let part = 1; part <= 15; part++) {
    await draw(part);
    expect(questions).toHaveLength(Math.min(part, QUESTIONS_AT_ONCE));
  }
  await answer();
  expect(questions).toHaveLength(QUESTIONS_AT_ONCE);
  expect(questions.at(-1)!.digit).toBe(app.getState().digit);
  while (questions.length > 1) await answer();
  expect(app.getState().prediction).toBeNull();
  const step = await answer();
  expect(app.getState().prediction).toMatchObject({ step });
  expect(questions).toHaveLength(0);
});

test('an answer that comes after its run was reset is no answer', async () => {
  const { app, questions, train, answer, draw } = start();
  train();
  await draw(1);
  app.getState().reset();
  expect(questions).toHaveLength(1);
  await answer();
  expect(app.getState().prediction).toBeNull();
});
