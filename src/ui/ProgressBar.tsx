import styles from './ProgressBar.module.css';

interface ProgressBarProps {
  label: string;
  /** 0 … 1. */
  value: number;
  /** What the number means, for those who cannot see the page around it. */
  valueText: string;
}

export function ProgressBar({ label, value, valueText }: ProgressBarProps) {
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(100 * value)}
      aria-valuetext={valueText}
    >
      <div className={styles.bar} style={{ transform: `scaleX(${String(value)})` }} />
    </div>
  );
}
