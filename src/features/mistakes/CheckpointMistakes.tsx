import { useState } from 'react';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import type { ReadSet } from '../../scores/readings';
import type { StoredCheckpoint, StoredRun } from '../../store/stored';
import { stepsPerEpoch } from '../../training/config';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { StepSlider } from '../../ui/StepSlider';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import { Findings } from './Findings';
import styles from './Mistakes.module.css';
import { countOfSet } from './judged';
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
      {holdsOut && <Choice label={words.images} value={set} labels={words.sets} onChange={setSet} />}
      <p className={styles.note}>
        {words.notes[set === 'heldOut' ? 'heldOut' : isFinal ? 'finalTest' : 'earlyTest']}
      </p>
      {!readings && !isWanted && (
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
        {!readings && isWanted && !problem && fill(words.reading, { count })}
      </p>
      {problem && <p role="alert">{problemSentence(laterWords, problem)}</p>}
      {readings && (
        <Findings key={`${question} ${run.key}`} run={run} step={step} set={set} readings={readings} />
      )}
    </>
  );
}
