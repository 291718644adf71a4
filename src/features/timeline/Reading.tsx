import { useEffect, useState } from 'react';
import { fill } from '../../lib/fill';
import { formatPercent } from '../../lib/formatPercent';
import { indexOfLargest } from '../../lib/indexOfLargest';
import { useActions, useApp } from '../../store/hooks';
import { ShareBars } from '../../ui/ShareBars';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import type { CheckpointView } from '../../training/checkpoint';
import styles from './Timeline.module.css';

/** What the model at the checkpoint reads in the drawing. */
export function Reading({ view }: { view: CheckpointView | null }) {
  const words = useLaterWords().timeline;
  const { ask } = useActions();
  const digit = useApp((state) => state.digit);
  const [reading, setReading] = useState<{ step: number; probabilities: Float32Array } | null>(null);

  useEffect(() => {
    let isWanted = true;
    if (digit && view) {
      ask('readView', { digit }).then(
        (prediction) => {
          if (isWanted) setReading(prediction);
        },
        // Another checkpoint has been opened; its own reading follows.
        () => undefined,
      );
    }
    return () => {
      isWanted = false;
    };
  }, [ask, digit, view]);

  const isCurrent = reading !== null && reading.step === view?.step && digit !== null;
  return (
    <section className={styles.part}>
      <h3>{words.reading}</h3>
      {!digit && <p className={styles.empty}>{words.nothingDrawn}</p>}
      {isCurrent && <Probabilities probabilities={reading.probabilities} />}
    </section>
  );
}

function Probabilities({ probabilities }: { probabilities: Float32Array }) {
  const { draw } = useWords();
  const words = useLaterWords().timeline;
  const likeliest = indexOfLargest(probabilities);
  return (
    <>
      <p role="status">
        {fill(words.reads, { digit: likeliest, percent: formatPercent(probabilities[likeliest]) })}
      </p>
      <ShareBars label={draw.meters} shares={probabilities} strongest={likeliest} format={formatPercent} />
    </>
  );
}
