import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

/** A line of small choices about what is shown under it. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <div className={styles.toolbar}>{children}</div>;
}
