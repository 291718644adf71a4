import { useMemo, useState } from 'react';
import { fill } from '../../lib/fill';
import { formatAccuracy } from '../../lib/formatAccuracy';
import { formatCount } from '../../lib/formatCount';
import { rightCount } from '../../scores/confusion';
import type { ReadSet } from '../../scores/readings';
import type { StoredCheckpoint, StoredRun } from '../../store/stored';
import { stepsPerEpoch } from '../../training/config';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { StepSlider } from '../../ui/StepSlider';
import type { LaterWords } from '../../words/laterWords';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import { Findings } from './Findings';
import styles from './Mistakes.module.css';
import type { Judged } from './judged';
import { countOfSet, judge } from './judged';
import { useReadings } from './useReadings';

interface CheckpointMistakesProps {
  run: StoredRun;
  /** By step; at least one. */
  checkpoints: readonly StoredCheckpoint[];
}

/** Which checkpoint is looked at and on which images; and what comes of it, at once for a run that is done, else when it is asked for. */
export function CheckpointMistakes({ run, checkpoints }: CheckpointMistakesProps) {
  const laterWords = useLaterWords();
  const words = laterWords.mistakes;
  const { timeline } = laterWords;
  const isDone = run.status === 'done';
  const holdsOut = run.config.validationCount > 0;
  /** Its step; null as long as it is the newest, whichever that is. */
  const [wanted, setWanted] = useState<number | null>(null);
  const [set, setSet] = useState<ReadSet>(holdsOut && !isDone ? 'heldOut' : 'test');
  const [asked, setAsked] = useState<string | null>(null);

  const last = checkpoints.length - 1;
  const found = checkpoints.findIndex(({ step }) => step === wanted);
  const index = found < 0 ? last : found;
  const checkpoint = checkpoints[index];
  const { step } = checkpoint;
  const isFinal = isDone && index === last;
  const question = `${set} ${step}`;
  const isWanted = isFinal || asked === question;
  const { readings, problem } = useReadings(run, checkpoint, set, isWanted);
  const judged = useMemo(() => readings && judge(run.config, set, readings), [run.config, set, readings]);
  const count = formatCount(countOfSet(run.config, set));

  return (
    <>
      <StepSlider
        label={timeline.checkpoint}
        value={index}
        max={last}
        text={fill(timeline.place, {
          step: formatCount(step),
          epoch: (step / stepsPerEpoch(run.config)).toFixed(2),
          number: formatCount(index + 1),
          count: formatCount(checkpoints.length),
        })}
        onChange={(next) => setWanted(checkpoints[next].step)}
      />
      {holdsOut && (
        <div className={styles.choice}>
          <Choice label={words.images} value={set} labels={words.sets} onChange={setSet} />
        </div>
      )}
      <p className={styles.note}>
        {words.notes[set === 'heldOut' ? 'heldOut' : isFinal ? 'finalTest' : 'earlyTest']}
      </p>
      {!judged && !isWanted && (
        <p>
          <Button
            onClick={() => {
              // The newest would be another in a moment.
              setWanted(step);
              setAsked(question);
            }}
          >
            {fill(words.read[set], { count })}
          </Button>
        </p>
      )}
      <p role="status" className={styles.status}>
        {judged && summaryOf(words, step, judged)}
        {!judged && isWanted && !problem && fill(words.reading, { count })}
      </p>
      {problem && <p role="alert">{problemSentence(laterWords, problem)}</p>}
      {judged && <Findings key={`${question} ${run.key}`} judged={judged} />}
    </>
  );
}

function summaryOf(words: LaterWords['mistakes'], step: number, { set, counts, labels }: Judged): string {
  const right = rightCount(counts);
  return fill(words.summary[set], {
    step: formatCount(step),
    right: formatCount(right),
    count: formatCount(labels.length),
    accuracy: formatAccuracy(right / labels.length),
    wrong: formatCount(labels.length - right),
  });
}
