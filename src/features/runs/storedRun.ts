import type { LabState } from '../../store/labState';
import { totalSteps } from '../../training/config';
import type { Words } from '../../words/words';

export type StoredRun = NonNullable<LabState['runs']>[number];

/** What a run is called that nobody has named, e.g. "Article · Adam · 0.001". */
export function defaultName({ config }: StoredRun, words: Words): string {
  // A preset's name says behind a colon what it is.
  const [preset] = words.presets[config.preset].split(/[:：]/);
  return [preset, words.optimizers[config.optimizer], config.learningRate].join(' · ');
}

export function nameOf(run: StoredRun, words: Words): string {
  return run.name || defaultName(run, words);
}

/** Whether there is something left to train or to test. */
export function canContinue({ status, step, config }: StoredRun): boolean {
  return status !== 'done' && (status !== 'failed' || step < totalSteps(config));
}
