import { formatSigned } from '../../lib/formatSigned';
import styles from './Legend.module.css';
import type { Ends } from './summary';

interface LegendProps {
  /** The value of the full colour. */
  largest: number;
  unit: string;
  ends: Ends;
}

/** Which colour is which number. */
export function Legend({ largest, unit, ends }: LegendProps) {
  return (
    <div className={styles.legend}>
      <span className={styles.scale} aria-hidden="true" />
      <span>
        <strong>{ends.below}</strong>
        <br />
        {formatSigned(-largest)} {unit}
      </span>
      <span>0</span>
      <span>
        <strong>{ends.above}</strong>
        <br />
        {formatSigned(largest)} {unit}
      </span>
    </div>
  );
}
