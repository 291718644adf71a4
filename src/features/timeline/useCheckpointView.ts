import { useEffect, useState } from 'react';
import type { ProblemData } from '../../lib/problem';
import { problemData } from '../../lib/problem';
import { useActions, useLab } from '../../store/hooks';
import type { CheckpointView } from '../../training/checkpoint';

/** The checkpoint that the trainer has been given to look at; null until it has. */
export function useCheckpointView(
  key: string,
  step: number,
): { view: CheckpointView | null; problem: ProblemData | null } {
  const { ask } = useActions();
  const checkpointFile = useLab((state) => state.checkpointFile);
  const [state, setState] = useState<{ view: CheckpointView | null; problem: ProblemData | null }>({
    view: null,
    problem: null,
  });

  useEffect(() => {
    let isWanted = true;
    async function open() {
      const file = await checkpointFile(key, step);
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

  // Another is shown until this one has come; what is older than the run that is looked at is not.
  return state.view && state.view.step !== step ? { ...state, view: null } : state;
}
