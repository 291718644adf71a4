import { shortestFloat32 } from '../lib/shortestFloat32';
import type { StoredRun } from '../persistence/archive';
import type { History, Validation } from '../training/checkpoint';

/** Grows when a reader of the former version would misread the file. */
const VERSION = 1;

const NOTE =
  'Losses in nats, times in ms of training without pauses, accuracies 0-1. One entry of each array for each completed step. ' +
  'Steps of rateChanges count from 0; other steps are numbers of completed ones. ' +
  'JSON has no numbers that are not finite: they are the strings "NaN", "Infinity" and "-Infinity".';

/**
 * A run as JSON: its settings, device and result, its curves, and the validations where there were any.
 *
 * Numbers that are not finite are strings, because JSON has none of them: null would not say which it was, and many programs would
 * take it for 0, while `Number()` in JavaScript and `float()` in Python read these strings. Losses and times have the fewest digits
 * that a float32 is read back from exactly.
 */
export function historyJson(
  run: StoredRun,
  { losses, correct, stepEndsMs }: History,
  validations: readonly Validation[] = [],
): string {
  const file = {
    format: 'gradpad-run',
    version: VERSION,
    note: NOTE,
    // Whether it is about to be deleted says nothing about the run; JSON leaves out what is undefined.
    run: { ...run, deletedAt: undefined },
    ...(validations.length > 0 && { validations }),
    history: {
      losses: Array.from(losses, shortestFloat32),
      correct: Array.from(correct),
      stepEndsMs: Array.from(stepEndsMs, shortestFloat32),
    },
  };
  return JSON.stringify(file, finiteOrText);
}

function finiteOrText(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
