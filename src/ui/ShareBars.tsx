import styles from './ShareBars.module.css';

interface ShareBarsProps {
  label: string;
  /** Each 0 … 1; they are named by their place, from 0 on. */
  shares: Float32Array;
  /** The place of the one that stands out. */
  strongest: number;
  format: (share: number) => string;
}

/** Shares of a whole, one under the other, and as text. */
export function ShareBars({ label, shares, strongest, format }: ShareBarsProps) {
  return (
    <ol className={styles.bars} aria-label={label}>
      {Array.from(shares, (share, place) => (
        <li key={place} className={place === strongest ? styles.strongest : undefined}>
          <span>{place}</span>
          <span className={styles.track}>
            <span className={styles.bar} style={{ transform: `scaleX(${share})` }} />
          </span>
          <span className={styles.text}>{format(share)}</span>
        </li>
      ))}
    </ol>
  );
}
