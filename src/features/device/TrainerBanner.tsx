import { useActions, useApp } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { problemSentence, useWords } from '../../words/words';
import styles from './Device.module.css';

/** Says that the trainer has crashed or gone silent, and offers a new one. */
export function TrainerBanner() {
  const words = useWords();
  const { restartTrainer } = useActions();
  const problem = useApp(({ trainer }) => ('problem' in trainer ? trainer.problem : null));
  return (
    <div role="alert">
      {problem && (
        <div className={styles.banner}>
          <p>{problemSentence(words, problem)}</p>
          <Button onClick={restartTrainer}>{words.device.restart}</Button>
        </div>
      )}
    </div>
  );
}
