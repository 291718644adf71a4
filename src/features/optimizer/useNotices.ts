import { useContext, useEffect, useState } from 'react';
import { seriesValues } from '../../lib/series';
import { StoreContext } from '../../store/hooks';
import type { RunState } from '../../store/run';
import { stepsPerEpoch } from '../../training/config';
import type { Notice } from '../../training/notices';
import { notices } from '../../training/notices';

/** Advice that changes faster cannot be read (ms). */
const INTERVAL_MS = 1_000;
const none: readonly Notice[] = [];

/** What the run on the page shows that its visitor may want to know of. Looked at now and then, because runs change ten times a second. */
export function useNotices(): readonly Notice[] {
  const store = useContext(StoreContext);
  const [shown, setShown] = useState(none);

  useEffect(() => {
    if (!store) return;
    let seen: RunState | null = null;
    const look = () => {
      const { run } = store.getState();
      if (run === seen) return;
      seen = run;
      const found = noticesOf(run);
      setShown((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
    };
    look();
    const timer = setInterval(look, INTERVAL_MS);
    return () => clearInterval(timer);
  }, [store]);

  return shown;
}

function noticesOf(run: RunState): readonly Notice[] {
  if (run.status === 'idle') return none;
  const { losses, validations, deadUnits, config } = run.record;
  return notices({
    losses: seriesValues(losses),
    validations,
    deadUnits,
    stepsPerEpoch: stepsPerEpoch(config),
  });
}
