import { useState } from 'react';
import { useLab } from '../../store/hooks';
import { runLabel } from '../../store/runLabel';
import type { StoredRun } from '../../store/stored';
import { useCheckpoints } from '../../store/useCheckpoints';
import { SelectField } from '../../ui/SelectField';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { Scrubber } from './Scrubber';
import styles from './Timeline.module.css';

/** The checkpoints along a run: what it was like at any of them, and a way to go on from there. */
export function Timeline() {
  const words = useLaterWords().timeline;
  const runs = useLab((state) => state.runs) ?? [];
  const currentKey = useLab((state) => state.currentKey);
  const [wanted, setWanted] = useState<string | null>(null);
  const run = runs.find(({ key }) => key === (wanted ?? currentKey)) ?? runs.at(0);
  if (!run) return <p className={styles.empty}>{words.empty}</p>;
  return (
    <div className={styles.timeline}>
      <RunChoice runs={runs} chosen={run} onChoose={setWanted} />
      <RunTimeline key={run.key} run={run} />
    </div>
  );
}

interface RunChoiceProps {
  runs: readonly StoredRun[];
  chosen: StoredRun;
  onChoose: (key: string) => void;
}

function RunChoice({ runs, chosen, onChoose }: RunChoiceProps) {
  const pageWords = useWords();
  const words = useLaterWords().timeline;
  const options = runs.map((run) => ({ value: run.key, label: runLabel(run, pageWords) }));
  return <SelectField label={words.run} value={chosen.key} options={options} onChange={onChoose} />;
}

function RunTimeline({ run }: { run: StoredRun }) {
  const words = useLaterWords().timeline;
  const checkpoints = useCheckpoints(run);
  if (checkpoints.length === 0) return <p className={styles.empty}>{words.none}</p>;
  return <Scrubber run={run} checkpoints={checkpoints} />;
}
