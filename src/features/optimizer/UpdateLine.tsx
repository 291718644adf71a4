import { useId } from 'react';
import { fill } from '../../lib/fill';
import type { WeightInspection } from '../../training/inspectStep';
import { useLaterWords } from '../../words/laterWords';
import styles from './UpdateLine.module.css';
import { MARKS_A_SIDE, numberLine } from './numberLine';
import { constantText, numberText, weightText } from './writtenNumber';

interface UpdateLineProps {
  optimizer: string;
  learningRate: number;
  /** Null before there is one. */
  weight: WeightInspection | null;
}

/** A shorter step is drawn as a dot: an arrow needs some length. */
const SHORTEST_ARROW = 0.012;

/** One weight's update on a number line: where a plain gradient step would have taken it, and where it went. */
export function UpdateLine({ optimizer, learningRate, weight }: UpdateLineProps) {
  const words = useLaterWords().optimizer;
  const plain = weight ? -learningRate * weight.gradient : 0;
  const step = weight ? weight.after - weight.before : 0;
  const line = weight && numberLine(weight.before, [plain, step]);
  const sentence = weight
    ? fill(words.updateSentence, {
        before: weightText(weight.before),
        after: weightText(weight.after),
        optimizer,
        step: numberText(step),
        plain: numberText(plain),
      })
    : words.updateEmpty;

  return (
    <figure className={styles.figure}>
      <figcaption>{words.update}</figcaption>
      <svg className={styles.line} role="img" aria-label={sentence}>
        <line className={styles.axis} x1="0" x2="100%" y1="112" y2="112" />
        {marks.map((share) => (
          <line
            key={share}
            className={styles.axis}
            x1={percent(share)}
            x2={percent(share)}
            y1="108"
            y2="116"
          />
        ))}
        {weight && (
          <>
            <line className={styles.before} x1="50%" x2="50%" y1="24" y2="116" />
            <text x="50%" y="16" textAnchor="middle">
              {fill(words.before, { value: weightText(weight.before) })}
            </text>
            <Step
              look={styles.plain}
              y={48}
              end={line?.place(weight.before + plain) ?? 0.5}
              labels={[words.plainStep, numberText(plain)]}
            />
            <Step
              look={styles.own}
              y={86}
              end={line?.place(weight.after) ?? 0.5}
              labels={[optimizer, numberText(step)]}
            />
            <After
              share={line?.place(weight.after) ?? 0.5}
              text={fill(words.after, { value: weightText(weight.after) })}
            />
          </>
        )}
      </svg>
      <p className={styles.note}>
        {!weight
          ? words.updateEmpty
          : line
            ? fill(words.mark, { distance: constantText(line.mark) })
            : words.noMark}
      </p>
    </figure>
  );
}

const marks = Array.from({ length: 2 * MARKS_A_SIDE - 1 }, (_, i) => (i + 1) / (2 * MARKS_A_SIDE));
const percent = (share: number) => `${String(100 * share)}%`;

interface StepProps {
  look: string | undefined;
  y: number;
  /** Where it ends on the line, 0 … 1; it begins in the middle. */
  end: number;
  labels: readonly [name: string, value: string];
}

/** An arrow from the old weight, named on the other side of it, where nothing is in the way. */
function Step({ look, y, end, labels: [name, value] }: StepProps) {
  const arrow = useId();
  const isLeft = end < 0.5;
  const label = { dx: isLeft ? 10 : -10, textAnchor: isLeft ? 'start' : 'end' } as const;
  return (
    <g className={look}>
      <marker
        id={arrow}
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        orient="auto"
        markerUnits="userSpaceOnUse"
      >
        <path d="M0 0 8 4 0 8Z" />
      </marker>
      {Math.abs(end - 0.5) < SHORTEST_ARROW ? (
        <circle cx={percent(end)} cy={y} r="3" />
      ) : (
        <line x1="50%" x2={percent(end)} y1={y} y2={y} markerEnd={`url(#${arrow})`} />
      )}
      <text x="50%" y={y - 3} {...label}>
        {name}
      </text>
      <text x="50%" y={y + 13} {...label}>
        {value}
      </text>
    </g>
  );
}

/** The new weight, under the line; near an end its words stay on the page. */
function After({ share, text }: { share: number; text: string }) {
  const textAnchor = share < 0.25 ? 'start' : share > 0.75 ? 'end' : 'middle';
  return (
    <g className={styles.own}>
      <line x1={percent(share)} x2={percent(share)} y1="86" y2="120" className={styles.drop} />
      <text x={percent(share)} y="134" textAnchor={textAnchor}>
        {text}
      </text>
    </g>
  );
}
