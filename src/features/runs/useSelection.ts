import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Selection } from './selection';
import { nothingSelected, withRun, withoutRun } from './selection';
import type { StoredRun } from './storedRun';

interface ChosenRuns {
  readonly selection: Selection;
  /** The run that was asked for last found no place. */
  readonly isRefused: boolean;
  /** Always the same function. */
  readonly select: (key: string, isWanted: boolean) => void;
}

/** The runs chosen to be compared. One that is deleted loses its place; when that is undone, it is chosen again. */
export function useSelection(runs: readonly StoredRun[] | null): ChosenRuns {
  const [chosen, setChosen] = useState(nothingSelected);
  const [isRefused, setIsRefused] = useState(false);
  const selection = useMemo(
    () => chosen.map((key) => (runs?.some((run) => run.key === key) ? key : null)),
    [chosen, runs],
  );

  const latest = useRef(selection);
  useEffect(() => {
    latest.current = selection;
  });
  const select = useCallback((key: string, isWanted: boolean) => {
    const next = isWanted ? withRun(latest.current, key) : withoutRun(latest.current, key);
    setIsRefused(next === null);
    if (next) setChosen(next);
  }, []);

  return { selection, isRefused, select };
}
