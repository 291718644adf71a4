import type { StoredRun } from '../persistence/archive';

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
export function fileName(
  { config, startedAt }: Pick<StoredRun, 'config' | 'startedAt'>,
  extension: string,
): string {
  const day = new Date(startedAt).toISOString().slice(0, 10);
  const parts = ['gradpad', config.preset, config.optimizer, 'seed', String(config.seed), day];
  return `${parts.join('-').replace(/[^a-zA-Z0-9]+/g, '-')}.${extension}`;
}
