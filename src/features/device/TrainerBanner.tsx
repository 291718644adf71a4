import { Suspense } from 'react';
import type { ProblemData } from '../../lib/problem';
import { useActions, useApp } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './Device.module.css';

/** Says that the trainer has crashed or gone silent, and offers a new one; or what it lost and goes on without. */
export function TrainerBanner() {
  const words = useWords();
  const { restartTrainer } = useActions();
  const problem = useApp(({ trainer }) => ('problem' in trainer ? trainer.problem : null));
  const loss = useApp(({ run }) => (run.status === 'idle' ? null : run.record.engine?.losses.at(-1)));
  return (
    <div role="alert">
      <Suspense fallback={null}>
        {problem && (
          <div className={styles.banner}>
            <p>
              <Sentence problem={problem} />
            </p>
            <Button onClick={restartTrainer}>{words.device.restart}</Button>
          </div>
        )}
        {!problem && loss && (
          <p className={styles.banner}>
            <Sentence problem={loss} />
          </p>
        )}
      </Suspense>
    </div>
  );
}

function Sentence({ problem }: { problem: ProblemData }) {
  return problemSentence(useLaterWords(), problem);
}
