import { evenlySpaced } from '../../lib/evenlySpaced';
import { formatLoss } from '../../lib/formatLoss';
import type { RateRange } from '../../training/rateRange';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';

/** As many rows as can be read or listened to. */
const MAX_ROWS = 20;

/** The range test for those who cannot see its chart, and for those who want figures. */
export function RateTable({ range: { rates, losses } }: { range: RateRange }) {
  const { rateTest } = useLaterWords();
  const { charts } = useWords();
  return (
    <details>
      <summary>{charts.table}</summary>
      <table aria-label={rateTest.chart}>
        <thead>
          <tr>
            <th scope="col">{rateTest.rate}</th>
            <th scope="col">{`${charts.loss} (${charts.lossUnit})`}</th>
          </tr>
        </thead>
        <tbody>
          {evenlySpaced(rates.length, MAX_ROWS).map((step) => (
            <tr key={step}>
              <th scope="row">{rates[step].toPrecision(2)}</th>
              <td>{formatLoss(losses[step])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
