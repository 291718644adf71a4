import { useId, useMemo } from 'react';
import { fill } from '../../lib/fill';
import { calibrationOf } from '../../scores/calibration';
import { useLaterWords } from '../../words/laterWords';
import { CalibrationTable } from './CalibrationTable';
import styles from './Findings.module.css';
import { ReliabilityDiagram } from './ReliabilityDiagram';
import { inPercent } from './inPercent';
import type { Judged } from './judged';

/** Whether guesses are as often right as they claim. */
export function Calibration({ judged: { labels, guesses } }: { judged: Judged }) {
  const words = useLaterWords().mistakes.calibration;
  const titleId = useId();
  const { bins, confidence, accuracy, expectedError } = useMemo(
    () => calibrationOf(labels, guesses),
    [labels, guesses],
  );
  const whole = fill(confidence > accuracy ? words.tooSure : words.tooUnsure, {
    confidence: `${inPercent(confidence)}%`,
    accuracy: `${inPercent(accuracy)}%`,
    points: inPercent(Math.abs(confidence - accuracy)),
  });
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h3 id={titleId}>{words.title}</h3>
      <p className={styles.note}>{words.about}</p>
      <p>
        {whole} {fill(words.expected, { points: inPercent(expectedError) })}
      </p>
      <div className={styles.calibration}>
        <figure aria-labelledby={titleId}>
          <ReliabilityDiagram bins={bins} />
          <figcaption className={styles.note}>{words.legend}</figcaption>
        </figure>
        <CalibrationTable bins={bins} labelledBy={titleId} />
      </div>
    </section>
  );
}
