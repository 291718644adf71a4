import styles from './LineChart.module.css';

/** The note beside the pointer. */
export function ChartTooltip({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={styles.tooltip}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
