import { formatAccuracy } from '../../lib/formatAccuracy';
import { formatDuration } from '../../lib/formatDuration';
import { formatEnergy } from '../../lib/formatEnergy';
import { formatFlops } from '../../lib/formatFlops';
import { formatLoss } from '../../lib/formatLoss';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './Comparison.module.css';
import { costOf } from './costOf';
import type { SummarisedRun } from './overlayWords';
import type { StoredRun } from './storedRun';
import { nameOf } from './storedRun';

/** The best and final values of compared runs, for those who cannot see the chart and for those who want figures. */
export function FiguresTable({ runs }: { runs: readonly SummarisedRun[] }) {
  const words = useWords();
  const { compare } = useLaterWords().runs;
  const value = (text: string) => text || words.charts.notANumber;
  const headings = [
    compare.bestLoss,
    compare.finalLoss,
    compare.bestAccuracy,
    compare.finalAccuracy,
    compare.testAccuracy,
    compare.time,
    compare.operations,
    compare.energy,
  ];
  return (
    <div className={styles.scrolled} role="region" tabIndex={0} aria-label={compare.figures}>
      <table className={styles.table}>
        <caption>{compare.figures}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.text}>
              {compare.line}
            </th>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map(({ run, line, bestLoss, finalLoss, bestAccuracy, finalAccuracy }) => (
            <tr key={run.key}>
              <th scope="row" className={styles.text}>
                <span className={styles.number}>{line + 1}</span> {nameOf(run, words)}
              </th>
              <td>{value(formatLoss(bestLoss))}</td>
              <td>{value(formatLoss(finalLoss))}</td>
              <td>{value(formatAccuracy(bestAccuracy))}</td>
              <td>{value(formatAccuracy(finalAccuracy))}</td>
              <td>{run.result ? run.result.accuracy.toFixed(4) : '–'}</td>
              <td>{formatDuration(run.trainingMs)}</td>
              <CostCells run={run} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CostCells({ run }: { run: StoredRun }) {
  const cost = costOf(run);
  return (
    <>
      <td>{cost ? formatFlops(cost.flops) : '–'}</td>
      <td>{cost ? formatEnergy(cost.energyJoules) : '–'}</td>
    </>
  );
}
