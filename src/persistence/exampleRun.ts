import { articleConfig } from '../training/config';
import type { History } from '../training/checkpoint';
import type { StoredRun } from './archive';

/** For tests: a run in which no two values are the same, unless they say so. */
export function exampleRun(key: string, changes: Partial<StoredRun> = {}): StoredRun {
  return {
    key,
    name: `Run ${key}`,
    config: { ...articleConfig, preset: 'lenet', seed: 7, rateChanges: [{ step: 5, learningRate: 0.5 }] },
    parent: { key: 'parent', step: 3 },
    computedBy: { name: 'webgpu', device: 'NVIDIA GeForce RTX 3060', nodes: 1 },
    startedAt: 1_700_000_000_000,
    status: 'done',
    step: 11,
    trainingMs: 1234.5,
    lastLoss: 0.25,
    result: { accuracy: 0.985, loss: 0.0625, correct: 9850, imageCount: 10_000 },
    weightsHash: '0123456789abcdef'.repeat(4),
    deletedAt: null,
    ...changes,
  };
}

/** Curves of so many steps. */
export function exampleHistory(steps: number): History {
  return {
    losses: Float32Array.from({ length: steps }, (_, i) => 1 / (i + 1)),
    correct: Uint32Array.from({ length: steps }, (_, i) => i % 33),
    stepEndsMs: Float32Array.from({ length: steps }, (_, i) => 1.5 * i),
  };
}
