import { Suspense, lazy } from 'react';
import { whenIdle } from '../../lib/whenIdle';
import { useWords } from '../../words/words';
import styles from './Draw.module.css';
import { DrawingPad } from './DrawingPad';
import { Guess } from './Guess';
import { MeterDigits } from './MeterDigits';
import { Meters } from './Meters';
import { PadTools } from './PadTools';
import { Preview } from './Preview';

const Hand = lazy(async () => {
  await whenIdle();
  return { default: (await import('./hand/Hand')).Hand };
});

const Unlike = lazy(async () => {
  await whenIdle();
  return { default: (await import('./Unlike')).Unlike };
});

/** The visitor's own digit: the pad it is drawn on, what the network sees of it, and what it reads. */
export function Draw() {
  const { panels } = useWords();
  return (
    <section className={styles.draw} aria-label={panels.draw}>
      <DrawingPad />
      <PadTools />
      <div className={styles.reading}>
        <Preview />
        <Guess />
        <Suspense>
          <Unlike />
        </Suspense>
      </div>
      <div>
        <Meters />
        <Suspense fallback={<MeterDigits />}>
          <Hand />
        </Suspense>
      </div>
    </section>
  );
}
