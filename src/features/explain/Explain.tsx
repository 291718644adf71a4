import { useState } from 'react';
import type { ExplanationKind } from '../../explain/explain';
import { useApp, useLab } from '../../store/hooks';
import { runLabel } from '../../store/runLabel';
import { SelectField } from '../../ui/SelectField';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { OfCheckpoint } from './OfCheckpoint';
import { OfRun } from './OfRun';
import styles from './Explain.module.css';
import { wishAtFirst } from './wish';

/** In a list of runs: the run on the page, with the weights it has now. */
const NOW = 'now';

/** Why a model reads the drawing as it does: with the weights it has now, or had at a checkpoint. */
export function Explain() {
  const pageWords = useWords();
  const words = useLaterWords().explain;
  const runs = useLab((state) => state.runs) ?? [];
  const [key, setKey] = useState(NOW);
  const [wish, setWish] = useState(wishAtFirst);
  const isOnPage = useApp((state) => state.run.status !== 'idle' && state.run.status !== 'failed');
  // After a reload the runs of earlier visits are what there is.
  const run = runs.find((each) => each.key === key) ?? (isOnPage ? undefined : runs[0]);
  const kinds = Object.keys(words.views) as ExplanationKind[];

  return (
    <div className={styles.explain}>
      <div className={styles.choices}>
        <SelectField
          label={words.view}
          value={wish.kind}
          options={kinds.map((kind) => ({ value: kind, label: words.views[kind] }))}
          onChange={(kind) => setWish({ ...wish, kind })}
        />
        <SelectField
          label={words.weights}
          value={run ? run.key : NOW}
          options={[
            ...(isOnPage || runs.length === 0 ? [{ value: NOW, label: words.now }] : []),
            ...runs.map((each) => ({ value: each.key, label: runLabel(each, pageWords) })),
          ]}
          onChange={setKey}
        />
      </div>
      {run ? (
        <OfCheckpoint key={run.key} run={run} wish={wish} onWish={setWish} />
      ) : (
        <OfRun wish={wish} onWish={setWish} />
      )}
    </div>
  );
}
