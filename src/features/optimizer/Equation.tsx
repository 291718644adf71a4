import type { ReactNode } from 'react';
import type { WeightInspection } from '../../training/inspectStep';
import styles from './Equation.module.css';

/** The numbers of one step at one weight. */
export interface LiveNumbers {
  readonly weight: WeightInspection;
  readonly learningRate: number;
  /** The update's number, counted from 1. */
  readonly t: number;
  /** Where the gradient comes from, in words. */
  readonly source: string;
}

/** One column of an equation: a symbol or operator, and beneath it what it stands for. */
export interface Term {
  readonly symbol: ReactNode;
  readonly number: (live: LiveNumbers) => ReactNode;
  /** Columns keep their width whatever number is in them. */
  readonly width: keyof typeof widths;
}

const widths = {
  operator: styles.operator,
  constant: styles.constant,
  share: styles.share,
  rate: styles.rate,
  weight: styles.weight,
  result: styles.result,
  number: styles.number,
  fraction: styles.fraction,
  words: styles.words,
};

/** One line of a formula, and beneath it the same line in numbers, term under term. */
export function Equation({ terms, live }: { terms: readonly Term[]; live: LiveNumbers | null }) {
  return (
    <math className={styles.equation}>
      <mtable>
        <mtr>
          {terms.map(({ symbol, width }, i) => (
            <mtd key={i} className={widths[width]}>
              {symbol}
            </mtd>
          ))}
        </mtr>
        <mtr className={styles.live}>
          {terms.map(({ number, width }, i) => (
            <mtd key={i} className={widths[width]}>
              {live && number(live)}
            </mtd>
          ))}
        </mtr>
      </mtable>
    </math>
  );
}
