import type { RunStatus } from './run';

/** What the main button and the space bar do: always the next sensible thing. */
export function mainCommand(status: RunStatus): 'train' | 'pause' | 'resume' | null {
  switch (status) {
    case 'idle':
    case 'done':
    case 'failed':
      return 'train';
    case 'preparing':
    case 'running':
      return 'pause';
    case 'paused':
      return 'resume';
    case 'evaluating':
      return null;
  }
}

/** Whether one more step can be asked for: not while steps are being taken anyway. */
export function maySingleStep(status: RunStatus): boolean {
  return mainCommand(status) === 'train' || status === 'paused';
}
