import { useEffect, useState } from 'react';
import type { ProblemData } from '../lib/problem';
import { problemData } from '../lib/problem';
import type { HandDigit } from '../persistence/handDigits';
import type { Requests } from '../worker/protocol';
import { sideBySide } from './hand';
import { useApp, useAppStore, useHand } from './hooks';
import { keepAsking } from './keepAsking';
import { weightsVersion } from './weightsVersion';

interface Scored {
  readonly digits: readonly HandDigit[];
  readonly score: Requests['testHand']['reply'];
  readonly problem: ProblemData | null;
}

/** How the present weights do on the visitor's own digits; of a run that goes on, again and again. Null where nothing is known yet. */
export function useHandScore(): Pick<Scored, 'score' | 'problem'> | null {
  const store = useAppStore();
  const hasRun = useApp((state) => state.run.status !== 'idle');
  const digits = useHand((state) => state.digits);
  const lesson = useHand((state) => state.lesson);
  const [scored, setScored] = useState<Scored | null>(null);

  useEffect(() => {
    if (!hasRun || digits.length === 0) return;
    const hand = sideBySide(digits);
    return keepAsking({
      ask: () => store.getState().ask('testHand', { hand }),
      version: () => weightsVersion(store.getState()),
      onAnswer: (score) => setScored({ digits, score, problem: null }),
      onProblem: (error) => setScored({ digits, score: null, problem: problemData(error) }),
    });
    // A lesson that ends changes the weights, too.
  }, [store, hasRun, digits, lesson]);

  return hasRun && scored?.digits === digits ? scored : null;
}
