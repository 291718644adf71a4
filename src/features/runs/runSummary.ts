import { movingAverage } from '../../lib/movingAverage';
import type { History } from '../../training/checkpoint';
import type { TrainingConfig } from '../../training/config';
import { stepsPerEpoch } from '../../training/config';
import { runningAccuracy } from '../../training/runningAccuracy';

/** A run's curves in a few figures; NaN where there is none. */
export interface RunSummary {
  /** Lowest of the smoothed losses (nats). */
  readonly bestLoss: number;
  /** Smoothed loss of the last step (nats). */
  readonly finalLoss: number;
  /** Highest share of right answers in a whole epoch; before the first has ended, in what there is of it. */
  readonly bestAccuracy: number;
  /** Share of right answers in the last epoch. */
  readonly finalAccuracy: number;
  /** The first step (counted from 0) whose loss is not a number; null where each is. */
  readonly firstMissing: number | null;
}

export function runSummary(
  config: TrainingConfig,
  { losses, correct }: Pick<History, 'losses' | 'correct'>,
  smoothing: number,
): RunSummary {
  const smoothed = movingAverage(losses, smoothing);
  const { accuracies } = runningAccuracy(config, correct);
  const perEpoch = stepsPerEpoch(config);
  const finalAccuracy = accuracies.at(-1) ?? NaN;
  // At its beginning an epoch's share is that of a few images, and often 100 %.
  const ofEpochs = accuracies.filter((_, step) => (step + 1) % perEpoch === 0);
  const firstMissing = losses.findIndex((loss) => !Number.isFinite(loss));
  return {
    // Comparisons with NaN are false: what is not a number is passed over.
    bestLoss: smoothed.reduce((best, loss) => (loss < best || Number.isNaN(best) ? loss : best), NaN),
    finalLoss: smoothed.at(-1) ?? NaN,
    bestAccuracy:
      ofEpochs.length > 0 ? ofEpochs.reduce((best, share) => Math.max(best, share)) : finalAccuracy,
    finalAccuracy,
    firstMissing: firstMissing < 0 ? null : firstMissing,
  };
}
