import { wilsonInterval } from '../../lib/wilsonInterval';
import type { ConfidenceBin } from '../../scores/calibration';
import { useLaterWords } from '../../words/laterWords';
import styles from './ReliabilityDiagram.module.css';

/** The plot's side, and the room for the numbers beside it, in the drawing's own units: pixels at its full size. */
const SIDE = 240;
const LEFT = 40;
const TOP = 22;
const BOTTOM = 36;
const RIGHT = 14;
/** Between two bars. */
const GAP = 2;
const WHISKER = 3;

const ticks = [0, 0.25, 0.5, 0.75, 1];
const x = (share: number) => LEFT + SIDE * share;
const y = (share: number) => TOP + SIDE * (1 - share);

/** How often guesses of each confidence are right, beside how often they claim to be. Its figures stand in a table beside it. */
export function ReliabilityDiagram({ bins }: { bins: readonly ConfidenceBin[] }) {
  const words = useLaterWords().mistakes.calibration;
  return (
    <svg
      className={styles.diagram}
      viewBox={`0 0 ${LEFT + SIDE + RIGHT} ${TOP + SIDE + BOTTOM}`}
      aria-hidden="true"
    >
      <path className={styles.grid} d={ticks.map((tick) => `M${LEFT} ${y(tick)}h${SIDE}`).join('')} />
      {bins.map((bin) => (
        <Bar key={bin.from} bin={bin} />
      ))}
      <path className={styles.diagonal} d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
      {ticks.map((tick) => (
        <g key={tick} className={styles.tick}>
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {`${100 * tick}%`}
          </text>
          <text x={x(tick)} y={TOP + SIDE + 15} textAnchor="middle">
            {`${100 * tick}%`}
          </text>
        </g>
      ))}
      <text className={styles.tick} x={0} y={11}>
        {words.right}
      </text>
      <text className={styles.tick} x={x(1)} y={TOP + SIDE + 31} textAnchor="end">
        {words.confidence}
      </text>
    </svg>
  );
}

function Bar({ bin: { from, to, count, right, accuracy } }: { bin: ConfidenceBin }) {
  if (accuracy === null) return null;
  const [low, high] = wilsonInterval(right, count);
  const middle = x((from + to) / 2);
  const cap = (share: number) => `M${middle - WHISKER} ${y(share)}h${2 * WHISKER}`;
  return (
    <>
      <rect
        className={styles.bar}
        x={x(from) + GAP / 2}
        width={SIDE * (to - from) - GAP}
        y={y(accuracy)}
        height={y(0) - y(accuracy)}
      />
      <path className={styles.whisker} d={`${cap(low)}${cap(high)}M${middle} ${y(low)}V${y(high)}`} />
    </>
  );
}
