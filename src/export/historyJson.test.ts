import { describe, expect, test } from 'vitest';
import { exampleRun } from '../persistence/exampleRun';
import { historyJson } from './historyJson';

const run = exampleRun('a1');
const history = {
  losses: Float32Array.of(2.3, NaN, Infinity),
  correct: Uint32Array.of(1, 3, 2),
  stepEndsMs: Float32Array.of(1.1, 2.5, 1000.1),
};

describe('historyJson', () => {
  test('says what it is, and holds settings, device, result and curves', () => {
    const file: unknown = JSON.parse(historyJson(run, history));
    expect(file).toMatchObject({
      format: 'gradpad-run',
      version: 1,
      run: {
        config: { preset: 'lenet', seed: 7 },
        computedBy: { name: 'webgpu' },
        result: { correct: 9_850 },
      },
      history: { losses: [2.3, 'NaN', 'Infinity'], correct: [1, 3, 2], stepEndsMs: [1.1, 2.5, 1000.1] },
    });
    expect(file).not.toHaveProperty('validations');
    expect(file).not.toHaveProperty('run.deletedAt');
  });

  test('curves are read back exactly', () => {
    const file = JSON.parse(historyJson(run, history)) as {
      history: { losses: (number | string)[]; stepEndsMs: number[] };
    };
    expect(Float32Array.from(file.history.losses, Number)).toEqual(history.losses);
    expect(Float32Array.from(file.history.stepEndsMs)).toEqual(history.stepEndsMs);
  });

  test('holds validations where there are some, and numbers that are not finite anywhere', () => {
    const failed = exampleRun('a1', { status: 'failed', lastLoss: NaN, result: null });
    const validations = [{ step: 3, loss: -Infinity, accuracy: 0.5 }];
    const file: unknown = JSON.parse(historyJson(failed, history, validations));
    expect(file).toMatchObject({
      run: { lastLoss: 'NaN', result: null },
      validations: [{ step: 3, loss: '-Infinity', accuracy: 0.5 }],
    });
  });
});
