import { useEffect, useState } from 'react';
import { useLab } from './hooks';
import type { StoredCheckpoint, StoredRun } from './stored';

/** The checkpoints kept of a run, by step; empty until they have been found. */
export function useCheckpoints(run: StoredRun): readonly StoredCheckpoint[] {
  const checkpointsOf = useLab((state) => state.checkpointsOf);
  const [checkpoints, setCheckpoints] = useState<readonly StoredCheckpoint[]>([]);

  // Again whenever the run has come further: there may be one more.
  useEffect(() => {
    let isWanted = true;
    void checkpointsOf(run.key).then((found) => {
      if (isWanted) setCheckpoints(found);
    });
    return () => {
      isWanted = false;
    };
  }, [checkpointsOf, run]);

  return checkpoints;
}
