import { useState } from 'react';
import type { Cell } from '../../scores/confusion';
import { commonestMistake } from '../../scores/confusion';
import { Calibration } from './Calibration';
import { CellImages } from './CellImages';
import { ConfidentMistakes } from './ConfidentMistakes';
import { ConfusionMatrix } from './ConfusionMatrix';
import { DigitScores } from './DigitScores';
import styles from './Findings.module.css';
import type { Judged } from './judged';

/** All that follows from what a checkpoint read. */
export function Findings({ judged }: { judged: Judged }) {
  const { counts } = judged;
  const [cell, setCell] = useState<Cell | null>(() => commonestMistake(counts));
  return (
    <>
      <div className={styles.overview}>
        <ConfusionMatrix counts={counts} chosen={cell} onChoose={setCell} />
        <CellImages judged={judged} cell={cell} />
        <DigitScores counts={counts} />
      </div>
      <ConfidentMistakes judged={judged} />
      <Calibration judged={judged} />
    </>
  );
}
