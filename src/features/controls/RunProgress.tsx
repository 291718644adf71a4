import { useApp } from '../../store/hooks';
import { ProgressBar } from '../../ui/ProgressBar';
import { useThrottled } from '../../ui/useThrottled';
import { useWords } from '../../words/words';
import styles from './RunBar.module.css';
import {
  completedShare,
  phaseSentence,
  positionSentence,
  speedSentence,
  timeLeftSentence,
} from './runSentences';

/** Figures that change faster than this cannot be read (ms). */
const FIGURES_INTERVAL_MS = 250;
/** Screen readers are told no more often than this (ms). */
const ANNOUNCEMENT_INTERVAL_MS = 2_000;

/** How far the run has come, in a bar, in words and, for each new phase, aloud. */
export function RunProgress() {
  const words = useWords();
  const config = useApp((state) => state.config);
  const run = useThrottled(
    useApp((state) => state.run),
    FIGURES_INTERVAL_MS,
  );
  const phase = phaseSentence(words, run);
  const timeLeft = timeLeftSentence(words, run);
  const position = positionSentence(words, run, config);
  const announcement = useThrottled(phase, ANNOUNCEMENT_INTERVAL_MS);
  return (
    <div className={styles.progress}>
      <ProgressBar
        label={words.train.progress}
        value={completedShare(run)}
        valueText={`${phase} · ${position}`}
      />
      <div className={styles.sentences}>
        <p className={styles.phase}>
          <strong>{phase}</strong>
          {timeLeft && ` · ${timeLeft}`}
        </p>
        <p>{position}</p>
        <p>{speedSentence(words, run)}</p>
      </div>
      <p className="visuallyHidden" role="status">
        {announcement}
      </p>
    </div>
  );
}
