import { useEffect, useState } from 'react';
import type { ProblemData } from '../../lib/problem';
import { problemData } from '../../lib/problem';
import type { ReadSet, Readings } from '../../scores/readings';
import { useActions } from '../../store/hooks';
import type { StoredCheckpoint, StoredRun } from '../../store/stored';
import { useCheckpointView } from '../../store/useCheckpointView';

/** Those of 10,000 images are 410 kB. */
const MAX_REMEMBERED = 8;

/** Readings as long as the page is open, by what was read; the newest come last. */
const remembered = new Map<string, Readings>();

function remember(id: string, readings: Readings): void {
  remembered.set(id, readings);
  const [oldest] = remembered.keys();
  if (remembered.size > MAX_REMEMBERED) remembered.delete(oldest);
}

/** What a checkpoint reads in the images of a set: at once where that is known, else once it is wanted. */
export function useReadings(
  run: StoredRun,
  { step, savedAt }: StoredCheckpoint,
  set: ReadSet,
  isWanted: boolean,
): { readings: Readings | null; problem: ProblemData | null } {
  const { ask } = useActions();
  const id = `${run.key} ${step} ${savedAt} ${set}`;
  const [answer, setAnswer] = useState<{
    id: string;
    readings: Readings | null;
    problem: ProblemData | null;
  } | null>(null);
  const readings = answer?.id === id ? answer.readings : (remembered.get(id) ?? null);
  const opened = useCheckpointView(run.key, isWanted && !readings ? step : null);
  const { view } = opened;

  useEffect(() => {
    if (!view) return;
    let isCurrent = true;
    ask('readImages', { set }).then(
      (found) => {
        remember(id, found);
        if (isCurrent) setAnswer({ id, readings: found, problem: null });
      },
      (error: unknown) => {
        // Whoever has gone on to another checkpoint has made this one unreadable.
        if (isCurrent) setAnswer({ id, readings: null, problem: problemData(error) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, view, id, set]);

  return { readings, problem: opened.problem ?? (answer?.id === id ? answer.problem : null) };
}
