import { useId, useMemo } from 'react';
import { fill } from '../../lib/fill';
import { calibrationOf } from '../../scores/calibration';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { CalibrationTable } from './CalibrationTable';
import styles from './ConfusionMatrix.module.css';
import { ReliabilityDiagram } from './ReliabilityDiagram';
import { inPercent } from './inPercent';
import type { Judged } from './judged';

/** Whether guesses are as often right as they claim. */
export function CalibrationPart({ judged: { labels, guesses } }: { judged: Judged }) {
  const words = useLaterWords().mistakes.calibration;
  const { charts } = useWords();
  const titleId = useId();
  const calibration = useMemo(() => calibrationOf(labels, guesses), [labels, guesses]);
  const { bins, confidence, accuracy, expectedError } = calibration;
  const whole = fill(confidence > accuracy ? words.tooSure : words.tooUnsure, {
    confidence: `${inPercent(confidence)}%`,
    accuracy: `${inPercent(accuracy)}%`,
    points: inPercent(Math.abs(confidence - accuracy)),
  });
  const summary = `${whole} ${fill(words.expected, { points: inPercent(expectedError) })}`;
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h3 id={titleId}>{words.title}</h3>
      <p className={styles.note}>{words.about}</p>
      <p>{summary}</p>
      <figure aria-labelledby={titleId}>
        <ReliabilityDiagram bins={bins} />
        <figcaption className={styles.note}>{words.legend}</figcaption>
      </figure>
      <details className={styles.details}>
        <summary>{charts.table}</summary>
        <CalibrationTable bins={bins} labelledBy={titleId} />
      </details>
    </section>
  );
}
