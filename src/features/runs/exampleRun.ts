import { articleConfig } from '../../training/config';
import type { StoredRun } from './storedRun';

/** A run for tests: of the article, stopped half-way. */
export const exampleRun: StoredRun = {
  key: 'example',
  name: '',
  config: articleConfig,
  parent: null,
  computedBy: null,
  startedAt: 0,
  status: 'stopped',
  step: 4_000,
  trainingMs: 20_000,
  lastLoss: 0.1,
  result: null,
  weightsHash: null,
  deletedAt: null,
};
