import { indexOfLargest } from '../../lib/indexOfLargest';
import { CLASS_COUNT } from '../../model/spec';
import type { FollowedDigit } from '../../store/followed';
import type { ChartLine, ChartRow } from '../../ui/LineChart';

type Readings = FollowedDigit['readings'];

/** Below the other lines, and told by where they are: what is read seldom stays at the foot. */
const OTHERS = { stroke: 'var(--muted)', dash: '', width: 1, opacity: 0.55 } as const;
const RIVAL = { stroke: 'var(--second)', dash: '6 3', width: 2, opacity: 1 } as const;
const GUESS = { stroke: 'var(--live)', dash: '', width: 2, opacity: 1 } as const;

export interface DigitCurves {
  /** What is read now. */
  readonly guess: number;
  /** Of the other digits the one that was ever read most surely. */
  readonly rival: number;
  /** One for each of the ten digits: the guess lies over its rival, and both over the others. */
  readonly lines: readonly ChartLine[];
  /** One for each reading, whose id is its place in the list, as high as the guess. */
  readonly rows: readonly ChartRow[];
}

/**
 * How ten probabilities went.
 *
 * @param readings at least one
 * @param place where the end of a step (counted from 0) is on the horizontal axis
 */
export function digitCurves(readings: Readings, place: (step: number) => number): DigitCurves {
  const placed = readings
    .map(({ step, probabilities }, id) => ({ id, x: step === 0 ? 0 : place(step - 1), probabilities }))
    .filter(({ x }) => Number.isFinite(x));
  const guess = indexOfLargest(readings[readings.length - 1].probabilities);
  const peaks = Array.from({ length: CLASS_COUNT }, (_, digit) =>
    digit === guess ? -1 : Math.max(...readings.map(({ probabilities }) => probabilities[digit])),
  );
  const rival = indexOfLargest(peaks);
  const points = (digit: number) => placed.map(({ x, probabilities }) => ({ x, y: probabilities[digit] }));
  const others = peaks.map((_, digit) => digit).filter((digit) => digit !== guess && digit !== rival);
  return {
    guess,
    rival,
    lines: [
      ...others.map((digit) => ({ ...OTHERS, points: points(digit) })),
      { ...RIVAL, points: points(rival), label: String(rival) },
      { ...GUESS, points: points(guess), label: String(guess) },
    ],
    rows: placed.map(({ id, x, probabilities }) => ({ id, x, y: probabilities[guess] })),
  };
}
