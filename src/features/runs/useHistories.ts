import { useEffect, useRef, useState } from 'react';
import type { LabActions } from '../../store/labState';
import type { History } from '../../training/checkpoint';
import type { SelectedRun } from './overlay';

/** By run; null where no curves are kept, nothing as long as they are being read. */
export type Histories = ReadonlyMap<string, History | null>;

/** The curves of the selected runs. Each is read once, and again only when its run has come further. */
export function useHistories(
  selected: readonly SelectedRun[],
  historyOf: LabActions['historyOf'],
): Histories {
  const [histories, setHistories] = useState<Histories>(new Map());
  /** The number of steps each had when it was asked for. */
  const asked = useRef<ReadonlyMap<string, number>>(new Map());

  useEffect(() => {
    const former = asked.current;
    const wanted = new Map(selected.map(({ run }) => [run.key, run.step]));
    asked.current = wanted;
    for (const [key, step] of wanted) {
      if (former.get(key) === step) continue;
      void historyOf(key)
        // Whatever keeps it from being read is told elsewhere; here there is no curve.
        .catch(() => null)
        .then((history) => {
          // Curves of runs that are no longer selected are let go.
          setHistories((before) => {
            const kept = [...before].filter(([other]) => asked.current.has(other));
            return asked.current.has(key) ? new Map([...kept, [key, history]]) : new Map(kept);
          });
        });
    }
  }, [selected, historyOf]);

  return histories;
}
