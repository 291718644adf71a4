import styles from './RunBar.module.css';
import { RunProgress } from './RunProgress';
import { TrainButtons } from './TrainButtons';

/** What a run is steered by and how far it has come. On a phone it stays at the bottom of the screen. */
export function RunBar() {
  return (
    <div className={styles.bar}>
      <TrainButtons />
      <RunProgress />
    </div>
  );
}
