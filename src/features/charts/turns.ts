import type { Along, RunSteps } from '../../curves/horizontalAxis';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import type { RunRecord } from '../../store/run';
import type { LaterWords } from '../../words/laterWords';

/** Where the learning rate was changed, as far as the run has come; `place` says where a step (counted from 0) ends. */
export function rateEvents(
  { config, endsMs }: Pick<RunSteps, 'config' | 'endsMs'>,
  place: (step: number) => number,
): { readonly x: number; readonly label: string }[] {
  return config.rateChanges
    .filter(({ step }) => step <= endsMs.length)
    .map(({ step, learningRate }) => ({ x: step === 0 ? 0 : place(step - 1), label: `η ${learningRate}` }));
}

/** The step (counted from 0) at which the run diverged, while it waits at an earlier one; null where time has no such place. */
export function setbackStepOf({ setback }: RunRecord, along: Along): number | null {
  const step = setback?.values.step;
  return typeof step === 'number' && (along === 'step' || along === 'epoch') ? step - 1 : null;
}

/** The same in words: what was changed on the way, and what went wrong. */
export function turnSentences(
  { turns }: LaterWords['curves'],
  { config, losses, setback }: RunRecord,
): string[] {
  const changes = config.rateChanges
    .filter(({ step }) => step < losses.length)
    .map(({ step, learningRate }) => fill(turns.rate, { rate: learningRate, step: formatCount(step + 1) }));
  const back = formatCount(losses.length);
  return setback ? [...changes, fill(turns.diverged, { step: Number(setback.values.step), back })] : changes;
}
