import { useId } from 'react';
import { DIGIT_SIDE } from '../../data/digitSide';
import { USUAL_THRESHOLD } from '../../data/likeness/unlikeness';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { thresholds } from '../../store/likeness';
import { useLikeness } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { InkCanvas } from '../../ui/InkCanvas';
import { useLaterWords } from '../../words/laterWords';
import styles from './Likeness.module.css';
import { LikenessScale } from './LikenessScale';

const inHundredths = (value: number) => value.toFixed(2);

/** How far the drawing is from the nearest training images, and from where on that is said beside the guess. */
export function Likeness() {
  const words = useLaterWords().likeness;
  const titleId = useId();
  const sliderId = useId();
  const likeness = useLikeness((state) => state.likeness);
  const threshold = useLikeness((state) => state.threshold);
  const changeThreshold = useLikeness((state) => state.changeThreshold);
  const isUnlike = likeness !== null && likeness.unlikeness > threshold;
  return (
    <section className={styles.likeness} aria-labelledby={titleId}>
      <h3 id={titleId}>{words.title}</h3>
      <p>{likeness ? fill(words.about, { count: formatCount(likeness.imageCount) }) : words.none}</p>
      <div className={styles.parts}>
        <div className={styles.measure}>
          <LikenessScale
            unlikeness={likeness?.unlikeness ?? null}
            threshold={threshold}
            label={words.scale}
          />
          <input
            id={sliderId}
            className={styles.slider}
            type="range"
            min={thresholds.least}
            max={thresholds.most}
            step={thresholds.step}
            value={threshold}
            onChange={(event) => changeThreshold(event.target.valueAsNumber)}
          />
          <div className={styles.threshold}>
            <label htmlFor={sliderId}>{words.threshold}</label>
            <output htmlFor={sliderId} aria-live="off">
              {inHundredths(threshold)}
            </output>
            <Button inactive={threshold === USUAL_THRESHOLD} onClick={() => changeThreshold(null)}>
              {words.usual}
            </Button>
          </div>
          <p className={isUnlike ? styles.beyond : undefined}>
            {likeness &&
              fill(isUnlike ? words.beyond : words.within, { value: inHundredths(likeness.unlikeness) })}
          </p>
        </div>
        <div className={styles.nearest}>
          {likeness && (
            <>
              <p>{words.nearest}</p>
              <ul className={styles.pictures}>
                {likeness.nearest.map(({ label, pixels }, place) => (
                  <li key={place}>
                    <InkCanvas ink={pixels} side={DIGIT_SIDE} className={styles.pixels} />
                    {fill(words.shows, { digit: label })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
      <p className={styles.note}>
        {words.caution} {fill(words.aboutThreshold, { usual: inHundredths(USUAL_THRESHOLD) })}
      </p>
    </section>
  );
}
