import type { ExplanationKind } from '../../explain/explain';
import { PATCH_SIDE } from '../../explain/explain';
import type { Pair } from '../../explain/pair';
import { fill } from '../../lib/fill';
import { useLaterWords } from '../../words/laterWords';
import styles from './Explain.module.css';

interface AboutProps {
  kind: ExplanationKind;
  /** What the model's exact decomposition is made of. */
  exact: 'filters' | 'pixels' | null;
  /** Null until it is known. */
  pair: Pair | null;
}

/** What a view shows, and what it does not. */
export function About({ kind, exact, pair }: AboutProps) {
  const words = useLaterWords().explain;
  const sentence = kind === 'contributions' && exact === 'pixels' ? words.about.pixels : words.about[kind];
  return (
    <p className={styles.about}>
      {fill(sentence, {
        target: pair?.target ?? words.theGuess,
        rival: pair?.rival ?? words.theRunnerUp,
        side: PATCH_SIDE,
      })}
    </p>
  );
}
