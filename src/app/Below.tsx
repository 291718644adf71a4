import { About } from './About';
import styles from './App.module.css';
import { Lab } from './Lab';

/** Everything below the fold. */
export function Below() {
  return (
    <>
      <div className={styles.below}>
        <Lab />
      </div>
      <About />
    </>
  );
}
