import { unlikenessOfTraining } from '../../data/likeness/unlikeness';
import { thresholds } from '../../store/likeness';
import styles from './Likeness.module.css';

interface LikenessScaleProps {
  /** Of the drawing; null where there is none. */
  unlikeness: number | null;
  threshold: number;
  label: string;
}

const { least, most } = thresholds;
const numbers = [0, 0.5, 1, 1.5, 2, 2.5, 3];

/** What lies off the scale is shown at its end. */
const at = (value: number) => ({
  left: `${(100 * (Math.min(most, Math.max(least, value)) - least)) / (most - least)}%`,
});

/** Where training images, the threshold and the drawing lie. Its numbers stand in the text beside it. */
export function LikenessScale({ unlikeness, threshold, label }: LikenessScaleProps) {
  return (
    <>
      <p className={styles.note}>{label}</p>
      <div className={styles.scale} aria-hidden="true">
        {unlikenessOfTraining.map((value) => (
          <span key={value} className={styles.training} style={at(value)} />
        ))}
        <span className={styles.limit} style={at(threshold)} />
        {unlikeness !== null && <span className={styles.drawing} style={at(unlikeness)} />}
        {numbers.map((number) => (
          <span key={number} className={styles.number} style={at(number)}>
            {number}
          </span>
        ))}
      </div>
    </>
  );
}
