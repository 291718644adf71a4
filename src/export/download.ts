import type { StoredRun } from '../persistence/archive';

type NamedRun = Pick<StoredRun, 'config' | 'startedAt'>;

/** Some browsers begin to read a file long after it was clicked on, e.g. once the visitor has chosen a folder (ms). */
const REVOKE_AFTER_MS = 60_000;

/** Offers a file to the visitor, as if it had been downloaded. */
export function download(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  // Firefox before 75 (2020) follows only links that are on the page.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}

/**
 * `gradpad-article-adam-seed-1-2025-03-04.csv`: what a run was and its day (UTC), in letters, digits and hyphens, which every file
 * system takes. What the visitor calls the run is left out, as it may be anything.
 */
export function fileName({ config, startedAt }: NamedRun, extension: string): string {
  return inSafeLetters([config.preset, config.optimizer, 'seed', config.seed, dayOf(startedAt)], extension);
}

/**
 * `gradpad-loss-article-adam-sgd-2-runs-2025-03-04.svg`: what a chart shows of some runs, their presets and optimizers, and the day of
 * the last.
 */
export function chartFileName(shown: string, runs: readonly NamedRun[], extension: string): string {
  const each = (setting: 'preset' | 'optimizer') => new Set(runs.map(({ config }) => config[setting]));
  const day = dayOf(Math.max(...runs.map(({ startedAt }) => startedAt)));
  const count = runs.length > 1 ? [runs.length, 'runs'] : ['seed', runs[0].config.seed];
  return inSafeLetters([shown, ...each('preset'), ...each('optimizer'), ...count, day], extension);
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

function inSafeLetters(parts: readonly (string | number)[], extension: string): string {
  return `${['gradpad', ...parts].join('-').replace(/[^a-zA-Z0-9]+/g, '-')}.${extension}`;
}
