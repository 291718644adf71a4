import { useState } from 'react';
import { useLab } from '../../store/hooks';
import { runLabel } from '../../store/runLabel';
import type { StoredRun } from '../../store/stored';
import { useCheckpoints } from '../../store/useCheckpoints';
import { SelectField } from '../../ui/SelectField';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { CheckpointMistakes } from './CheckpointMistakes';
import styles from './Mistakes.module.css';

/** What a run's model gets wrong, at its end or at any checkpoint. */
export function Mistakes() {
  const pageWords = useWords();
  const words = useLaterWords();
  const runs = useLab((state) => state.runs) ?? [];
  const currentKey = useLab((state) => state.currentKey);
  const [wanted, setWanted] = useState<string | null>(null);
  const run = runs.find(({ key }) => key === (wanted ?? currentKey)) ?? runs.at(0);
  if (!run) return <p className={styles.note}>{words.mistakes.empty}</p>;
  return (
    <div className={styles.mistakes}>
      <SelectField
        label={words.timeline.run}
        value={run.key}
        options={runs.map((each) => ({ value: each.key, label: runLabel(each, pageWords) }))}
        onChange={setWanted}
      />
      <RunMistakes key={run.key} run={run} />
    </div>
  );
}

function RunMistakes({ run }: { run: StoredRun }) {
  const words = useLaterWords().timeline;
  const checkpoints = useCheckpoints(run);
  if (checkpoints.length === 0) return <p className={styles.note}>{words.none}</p>;
  return <CheckpointMistakes run={run} checkpoints={checkpoints} />;
}
