import { useMemo, useState } from 'react';
import { fill } from '../../lib/fill';
import { formatAccuracy } from '../../lib/formatAccuracy';
import { formatCount } from '../../lib/formatCount';
import type { Cell } from '../../scores/confusion';
import { commonestMistake, rightCount } from '../../scores/confusion';
import type { ReadSet, Readings } from '../../scores/readings';
import type { StoredRun } from '../../store/stored';
import { useLaterWords } from '../../words/laterWords';
import { CalibrationPart } from './CalibrationPart';
import { CellImages } from './CellImages';
import { ConfidentMistakes } from './ConfidentMistakes';
import { ConfusionMatrix } from './ConfusionMatrix';
import { DigitScores } from './DigitScores';
import styles from './Mistakes.module.css';
import { judge } from './judged';

interface FindingsProps {
  run: StoredRun;
  step: number;
  set: ReadSet;
  readings: Readings;
}

/** All that follows from what a checkpoint read. */
export function Findings({ run: { config }, step, set, readings }: FindingsProps) {
  const words = useLaterWords().mistakes;
  const judged = useMemo(() => judge(config, set, readings), [config, set, readings]);
  const { counts, labels } = judged;
  const [cell, setCell] = useState<Cell | null>(() => commonestMistake(counts));
  const right = rightCount(counts);

  return (
    <>
      <p className={styles.summary}>
        {fill(words.summary[set], {
          step: formatCount(step),
          right: formatCount(right),
          count: formatCount(labels.length),
          accuracy: formatAccuracy(right / labels.length),
          wrong: formatCount(labels.length - right),
        })}
      </p>
      <div className={styles.columns}>
        <ConfusionMatrix counts={counts} chosen={cell} onChoose={setCell} />
        <CellImages judged={judged} cell={cell} />
      </div>
      <ConfidentMistakes judged={judged} />
      <div className={styles.columns}>
        <DigitScores counts={counts} />
        <CalibrationPart judged={judged} />
      </div>
    </>
  );
}
