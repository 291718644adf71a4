import { useMemo } from 'react';
import { seriesValues } from '../../lib/series';
import { useApp } from '../../store/hooks';
import { stepsPerEpoch } from '../../training/config';
import type { Notice } from '../../training/notices';
import { notices } from '../../training/notices';
import { useThrottled } from '../../ui/useThrottled';

/** Advice that changes faster cannot be read (ms). */
const INTERVAL_MS = 1_000;
const none: readonly Notice[] = [];

/** What the run on the page shows that its visitor may want to know of. */
export function useNotices(): readonly Notice[] {
  const newest = useApp(({ run }) => (run.status === 'idle' ? null : run.record));
  const record = useThrottled(newest, INTERVAL_MS);
  return useMemo(() => {
    if (!record) return none;
    const { losses, validations, deadUnits, config } = record;
    return notices({
      losses: seriesValues(losses),
      validations,
      deadUnits,
      stepsPerEpoch: stepsPerEpoch(config),
    });
  }, [record]);
}
