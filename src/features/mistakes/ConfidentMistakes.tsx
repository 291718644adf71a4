import { useId, useMemo } from 'react';
import { confidentMistakes } from '../../scores/pickImages';
import { useLaterWords } from '../../words/laterWords';
import styles from './Findings.module.css';
import { Pictures } from './Pictures';
import type { Judged } from './judged';

const SHOWN = 12;

/** Where the model was wrong and surest of itself. */
export function ConfidentMistakes({ judged }: { judged: Judged }) {
  const words = useLaterWords().mistakes.confident;
  const titleId = useId();
  const { labels, guesses } = judged;
  const images = useMemo(() => confidentMistakes(labels, guesses, SHOWN), [labels, guesses]);
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h3 id={titleId}>{words.title}</h3>
      <p className={styles.note}>{words.about}</p>
      {images.length > 0 ? (
        <Pictures judged={judged} images={images} label={words.title} />
      ) : (
        <p>{words.none}</p>
      )}
    </section>
  );
}
