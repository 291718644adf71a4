import { useEffect, useState } from 'react';
import type { ProblemData } from '../lib/problem';
import { problemData } from '../lib/problem';
import { useActions, useLab } from './hooks';
import type { CheckpointView } from '../training/checkpoint';

/** The checkpoint that the trainer has been given to look at; null until it has, and where no step is wanted. */
export function useCheckpointView(
  key: string,
  step: number | null,
): { view: CheckpointView | null; problem: ProblemData | null } {
  const { ask } = useActions();
  const checkpointFile = useLab((state) => state.checkpointFile);
  const [state, setState] = useState<{ view: CheckpointView | null; problem: ProblemData | null }>({
    view: null,
    problem: null,
  });

  useEffect(() => {
    if (step === null) return;
    const wantedStep = step;
    let isWanted = true;
    async function open() {
      const file = await checkpointFile(key, wantedStep);
      if (!file || !isWanted) return;
      const view = await ask('view', { file });
      if (isWanted) setState({ view, problem: null });
    }
    open().catch((error: unknown) => {
      if (isWanted) setState({ view: null, problem: problemData(error) });
    });
    return () => {
      isWanted = false;
    };
  }, [ask, checkpointFile, key, step]);

  // What it was looked at with is given back.
  useEffect(
    () => () => {
      // A trainer that is gone holds nothing.
      ask('view', { file: null }).catch(() => undefined);
    },
    [ask],
  );

  // Another is shown until this one has come; what is older than the run that is looked at is not.
  return state.view && state.view.step !== step ? { ...state, view: null } : state;
}
