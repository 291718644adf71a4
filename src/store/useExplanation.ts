import { useEffect, useState } from 'react';
import type { ProblemData } from '../lib/problem';
import { problemData } from '../lib/problem';
import type { Requests } from '../worker/protocol';
import { useAppStore } from './hooks';
import { keepAsking } from './keepAsking';
import { weightsVersion } from './weightsVersion';

type Question = Requests['explain']['ask']['question'];
/** An answer, and the step of the weights it is of. */
export type ExplanationOfStep = NonNullable<Requests['explain']['reply']>;

/** The weights a question is about. */
export interface ExplainedWeights {
  readonly by: Requests['explain']['ask']['by'];
  /** Of the run, and for a checkpoint its step. */
  readonly key: string;
}

interface Answered {
  readonly question: Question;
  readonly key: string;
  readonly explanation: ExplanationOfStep | null;
  readonly problem: ProblemData | null;
}

/**
 * The trainer's answer to a question about a digit; of a run that goes on, again and again. Until an answer comes the last one is given,
 * which `isCurrent` tells apart.
 *
 * @param weights null where there are none
 * @param question the same object as long as it is the same question; null asks nothing
 */
export function useExplanation(weights: ExplainedWeights | null, question: Question | null) {
  const store = useAppStore();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const by = weights?.by;
  const key = weights?.key;

  useEffect(() => {
    if (by === undefined || key === undefined || !question) return;
    const { ask } = store.getState();
    return keepAsking({
      ask: () => ask('explain', { by, question }),
      version: () => (by === 'run' ? weightsVersion(store.getState()) : key),
      onAnswer: (explanation) => setAnswered({ question, key, explanation, problem: null }),
      onProblem: (error) => setAnswered({ question, key, explanation: null, problem: problemData(error) }),
    });
  }, [store, by, key, question]);

  return {
    explanation: answered?.explanation ?? null,
    problem: answered?.problem ?? null,
    isCurrent: answered !== null && answered.question === question && answered.key === key,
  };
}
