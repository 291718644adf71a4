import { Suspense, lazy } from 'react';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatDuration } from '../../lib/formatDuration';
import { formatLoss } from '../../lib/formatLoss';
import { accuracyLine } from '../../lib/accuracyLine';
import { useApp } from '../../store/hooks';
import type { RunState } from '../../store/run';
import { Section } from '../../ui/Section';
import { useWords } from '../../words/words';
import styles from './Result.module.css';

const Failure = lazy(async () => ({ default: (await import('./Failure')).Failure }));
const Setback = lazy(async () => ({ default: (await import('./Setback')).Setback }));

/** What the finished model makes of images it has never seen; or why there is no such number. */
export function Result() {
  const { result } = useWords();
  const done = useApp(({ run }) => (run.status === 'done' ? run : null));
  const problem = useApp(({ run }) => (run.status === 'failed' ? run.problem : null));
  const hasSetback = useApp(({ run }) => run.status === 'paused' && run.record.setback !== null);
  return (
    <Section title={result.title}>
      <div className={styles.result} aria-live="polite">
        <Suspense>
          {done && <Score run={done} />}
          {problem && <Failure problem={problem} />}
          {hasSetback && <Setback />}
          {!done && !problem && !hasSetback && <p>{result.empty}</p>}
        </Suspense>
      </div>
    </Section>
  );
}

function Score({ run }: { run: Extract<RunState, { status: 'done' }> }) {
  const { result: words, engines } = useWords();
  const { result, record, elapsedMs } = run;
  const facts = [
    fill(words.errors, {
      errors: formatCount(result.imageCount - result.correct),
      count: formatCount(result.imageCount),
    }),
    fill(words.loss, { loss: formatLoss(result.loss) }),
    fill(words.time, { time: formatDuration(elapsedMs) }),
    ...(record.engine ? [engines[record.engine.name]] : []),
  ];
  return (
    <>
      <p className={styles.score}>{accuracyLine(result.accuracy)}</p>
      <p>{facts.join(' · ')}</p>
    </>
  );
}
