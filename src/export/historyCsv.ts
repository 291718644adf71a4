import { shortestFloat32 } from '../lib/shortestFloat32';
import type { History } from '../training/checkpoint';
import type { TrainingConfig } from '../training/config';
import { stepsPerEpoch } from '../training/config';
import { rateOf } from '../training/rateOf';
import { runningAccuracy } from '../training/runningAccuracy';
import { imagesInStep } from '../training/stepImages';

const columns = [
  'step',
  'epoch',
  'training time (ms)',
  'loss (nats)',
  'correct (images)',
  'batch (images)',
  'accuracy of the epoch so far (0-1)',
  'learning rate',
];

/** RFC 4180 ends lines so, and every spreadsheet and library reads it. */
const LINE_END = '\r\n';

/**
 * Every completed step as a row of comma-separated values (RFC 4180), below a row of headings. Steps and epochs count from 1. Times, losses
 * and accuracies have the fewest digits that a float32 is read back from exactly; a loss that is not a number reads `NaN` or `Infinity`, as
 * pandas, R and NumPy read it. No field needs quotes. The headings are English, because programs look for them.
 */
export function historyCsv(config: TrainingConfig, { losses, correct, stepEndsMs }: History): string {
  const perEpoch = stepsPerEpoch(config);
  const { accuracies } = runningAccuracy(config, correct);
  const lines = [columns.join(',')];
  for (let step = 0; step < losses.length; step++) {
    const row = [
      step + 1,
      Math.floor(step / perEpoch) + 1,
      shortestFloat32(stepEndsMs[step]),
      shortestFloat32(losses[step]),
      correct[step],
      imagesInStep(config, step),
      shortestFloat32(accuracies[step]),
      rateOf(config, step),
    ];
    lines.push(row.join(','));
  }
  return lines.join(LINE_END) + LINE_END;
}
