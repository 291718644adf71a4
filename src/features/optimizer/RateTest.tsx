import { Suspense, lazy, useState } from 'react';
import { fill } from '../../lib/fill';
import type { ProblemData } from '../../lib/problem';
import { problemData } from '../../lib/problem';
import { useActions, useApp } from '../../store/hooks';
import { isUnderWay } from '../../store/store';
import type { RateRange } from '../../training/rateRange';
import { suggestedRate } from '../../training/rateRange';
import { Button } from '../../ui/Button';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import { RateTable } from './RateTable';
import styles from './RateTest.module.css';

const RateChart = lazy(async () => ({ default: (await import('./RateChart')).RateChart }));

type Trial =
  | { readonly status: 'none' | 'running' }
  | { readonly status: 'found'; readonly range: RateRange }
  | { readonly status: 'failed'; readonly problem: ProblemData };

/** The learning-rate range test: a short training with an ever larger rate, and the rate that follows from it. */
export function RateTest() {
  const laterWords = useLaterWords();
  const words = laterWords.rateTest;
  const { ask, changeConfig } = useActions();
  const config = useApp((state) => state.config);
  const isBusy = useApp(({ run }) => isUnderWay(run));
  const [trial, setTrial] = useState<Trial>({ status: 'none' });
  const suggestion = trial.status === 'found' ? suggestedRate(trial.range) : null;

  async function test() {
    setTrial({ status: 'running' });
    try {
      setTrial({ status: 'found', range: await ask('findRate', { config }) });
    } catch (error) {
      setTrial({ status: 'failed', problem: problemData(error) });
    }
  }

  return (
    <section className={styles.test}>
      <h3>{words.title}</h3>
      <p>{words.explanation}</p>
      <p className={styles.actions}>
        <Button inactive={isBusy || trial.status === 'running'} onClick={() => void test()}>
          {words.start}
        </Button>
        {suggestion !== null && (
          <Button inactive={isBusy} onClick={() => changeConfig({ learningRate: suggestion })}>
            {fill(words.use, { rate: suggestion })}
          </Button>
        )}
      </p>
      <p role="status">
        {isBusy && words.busy}
        {!isBusy && trial.status === 'running' && words.running}
        {trial.status === 'failed' && problemSentence(laterWords, trial.problem)}
        {trial.status === 'found' &&
          (suggestion === null ? words.nothing : fill(words.suggestion, { rate: suggestion }))}
      </p>
      {trial.status === 'found' && (
        <Suspense fallback={null}>
          <RateChart range={trial.range} />
          <RateTable range={trial.range} />
        </Suspense>
      )}
    </section>
  );
}
