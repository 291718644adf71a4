import { useEffect, useState } from 'react';
import { useLab } from '../../store/hooks';
import { SelectField } from '../../ui/SelectField';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { Scrubber } from './Scrubber';
import styles from './Timeline.module.css';
import type { StoredCheckpoint, StoredRun } from './stored';

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
  const { presets, optimizers } = useWords();
  const words = useLaterWords().timeline;
  const options = runs.map(({ key, name, config, startedAt }) => ({
    value: key,
    label: `${name || `${presets[config.preset]} · ${optimizers[config.optimizer]}`} · ${new Date(startedAt).toLocaleString()}`,
  }));
  return <SelectField label={words.run} value={chosen.key} options={options} onChange={onChoose} />;
}

function RunTimeline({ run }: { run: StoredRun }) {
  const words = useLaterWords().timeline;
  const checkpointsOf = useLab((state) => state.checkpointsOf);
  const [checkpoints, setCheckpoints] = useState<readonly StoredCheckpoint[]>([]);

  // Again whenever the run has come further: there may be one more.
  useEffect(() => {
    let isWanted = true;
    void checkpointsOf(run.key).then((found) => {
      if (isWanted) setCheckpoints(found);
    });
    return () => {
      isWanted = false;
    };
  }, [checkpointsOf, run]);

  if (checkpoints.length === 0) return <p className={styles.empty}>{words.none}</p>;
  return <Scrubber run={run} checkpoints={checkpoints} />;
}
