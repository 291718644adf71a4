import { useEffect, useState } from 'react';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatLoss } from '../../lib/formatLoss';
import type { EvaluationEvent } from '../../training/events';
import { useActions } from '../../store/hooks';
import { useLaterWords } from '../../words/laterWords';
import type { CheckpointView } from '../../training/checkpoint';
import styles from './Timeline.module.css';

/** Scoring takes a second or so; it begins when the slider has rested this long (ms). */
const REST_MS = 400;

/** How the model at the checkpoint does on the test images. */
export function TestScore({ view }: { view: CheckpointView | null }) {
  const words = useLaterWords().timeline;
  const { ask } = useActions();
  const [result, setResult] = useState<EvaluationEvent | null>(null);

  useEffect(() => {
    if (!view) return;
    let isWanted = true;
    const timer = setTimeout(() => {
      ask('testView', {}).then(
        (event) => {
          if (isWanted) setResult(event);
        },
        // Another checkpoint has been opened; its own result follows.
        () => undefined,
      );
    }, REST_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [ask, view]);

  return (
    <section className={styles.part}>
      <h3>{words.test}</h3>
      <p aria-live="polite">
        {result
          ? fill(words.score, {
              accuracy: result.accuracy.toFixed(4),
              errors: formatCount(result.imageCount - result.correct),
              count: formatCount(result.imageCount),
              loss: formatLoss(result.loss),
            })
          : words.scoring}
      </p>
      {view && view.loss !== null && <p>{fill(words.loss, { loss: formatLoss(view.loss) })}</p>}
    </section>
  );
}
