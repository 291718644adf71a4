import type { AppState } from './store';

/** Changes whenever the run's weights may have changed. */
export function weightsVersion({ run }: AppState): string {
  return run.status === 'idle' ? '' : `${run.status} ${String(run.record.losses.length)}`;
}
