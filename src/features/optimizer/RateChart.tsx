import { useMemo } from 'react';
import { linearTicks, logarithmicTicks } from '../../lib/axisTicks';
import { fill } from '../../lib/fill';
import { formatLoss } from '../../lib/formatLoss';
import { movingAverage } from '../../lib/movingAverage';
import type { RateRange } from '../../training/rateRange';
import { RANGE_SMOOTHING } from '../../training/rateRange';
import { LineChart } from '../../ui/LineChart';
import { rawLook, smoothedLook } from '../../ui/lineLooks';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './RateTest.module.css';

/** A loss that has run away would press everything else flat: what is drawn ends at so many times the first loss. */
const HIGHEST = 2;
const TICK_COUNT = 5;

/** The loss along the learning rate, which rises by the same factor from step to step. */
export function RateChart({ range }: { range: RateRange }) {
  const words = useLaterWords().rateTest;
  const { lossUnit } = useWords().charts;
  const { rates, losses } = range;
  const drawing = useMemo(() => {
    const limit = HIGHEST * losses[0];
    const drawn = (values: Float32Array) =>
      Array.from(rates, (rate, id) => ({ id, x: rate, y: values[id] })).filter(({ y }) => y <= limit);
    const rows = drawn(movingAverage(losses, RANGE_SMOOTHING));
    const format = (rate: number) => (rate < 1e-3 ? rate.toExponential(0) : String(rate));
    return {
      rows,
      lines: [
        { ...rawLook, points: drawn(losses) },
        { ...smoothedLook, points: rows },
      ],
      x: {
        label: words.rate,
        scale: 'log',
        format,
        ...logarithmicTicks(rates[0], rates[rates.length - 1]),
      },
      y: { label: lossUnit, scale: 'linear', format: String, ...linearTicks(limit, TICK_COUNT) },
    } as const;
  }, [rates, losses, words, lossUnit]);

  return (
    <figure className={styles.chart} aria-label={words.chart}>
      <LineChart
        rows={drawing.rows}
        lines={drawing.lines}
        x={drawing.x}
        y={drawing.y}
        verticals={[]}
        horizontal={null}
        crosses={[]}
        describe={(id) => [
          fill(words.lossAt, { rate: rates[id].toPrecision(2), loss: formatLoss(losses[id]) }),
        ]}
      />
    </figure>
  );
}
