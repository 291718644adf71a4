import styles from './Charts.module.css';

interface FigurePlaceProps {
  title: string;
  /** What will appear here, and what to do for it. */
  empty: string;
}

/** A figure before its chart has come: its title and its place. */
export function FigurePlace({ title, empty }: FigurePlaceProps) {
  return (
    <figure className={styles.figure} aria-label={title}>
      <figcaption className={styles.caption}>
        <strong>{title}</strong>
      </figcaption>
      <div className={styles.chart}>
        <p className={styles.empty}>{empty}</p>
      </div>
      <div className={styles.table} />
    </figure>
  );
}
