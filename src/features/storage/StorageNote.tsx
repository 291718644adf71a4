import { download, fileName } from '../../export/download';
import { useLab } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import styles from './StorageNote.module.css';

/** Says that something of a run could not be kept or used; and offers the newest checkpoint to whoever wants to keep it. */
export function StorageNote() {
  const words = useLaterWords();
  const { checkpointsOf, checkpointFile, reportProblem } = useLab((state) => state);
  const problem = useLab((state) => state.storage.problem);
  const run = useLab(({ runs, currentKey }) => runs?.find(({ key }) => key === currentKey));

  async function save() {
    const newest = run && (await checkpointsOf(run.key)).at(-1);
    const file = newest && (await checkpointFile(newest.runKey, newest.step));
    if (file) download(fileName(run, 'gradpad'), new Blob([file.slice()]));
  }

  return (
    <div role="status">
      {problem && (
        <p className={styles.note}>
          {problemSentence(words, problem)}{' '}
          {run && (
            <Button look="link" onClick={() => void save().catch(reportProblem)}>
              {words.lab.downloadCheckpoint}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
