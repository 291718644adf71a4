import { choosePair } from '../../explain/pair';
import { fill } from '../../lib/fill';
import { indexOfLargest } from '../../lib/indexOfLargest';
import { CLASS_COUNT } from '../../model/spec';
import { SelectField } from '../../ui/SelectField';
import { useLaterWords } from '../../words/laterWords';
import styles from './Explain.module.css';
import type { Wish } from './wish';

interface PairFieldsProps {
  /** As of the last answer; null before the first. */
  logits: Float64Array | null;
  wish: Wish;
  onWish: (wish: Wish) => void;
}

/** A select's value that leaves it to the model. */
const BY_READING = -1;

/** Why this digit rather than that one. */
export function PairFields({ logits, wish, onWish }: PairFieldsProps) {
  const words = useLaterWords().explain;
  const { kind, target, rival } = wish;
  const isChange = kind === 'change';

  /** What the model's reading comes to. */
  const called = (digit: number | undefined, unknown: string) => {
    if (digit === undefined || !logits) return unknown;
    return fill(digit === indexOfLargest(logits) ? words.guess : words.runnerUp, { digit });
  };
  const optionsBut = (excluded: number | null, byReading: string) => [
    { value: BY_READING, label: byReading },
    ...Array.from({ length: CLASS_COUNT }, (_, digit) => ({ value: digit, label: String(digit) })).filter(
      ({ value }) => value !== excluded,
    ),
  ];
  const wanted = (value: number) => (value === BY_READING ? null : value);
  const otherTarget = isChange ? null : target;

  return (
    <div className={styles.pair}>
      {!isChange && (
        <SelectField
          label={words.why}
          value={target ?? BY_READING}
          options={optionsBut(
            rival,
            called(logits ? choosePair(logits, { target: null, rival }).target : undefined, words.theGuess),
          )}
          onChange={(value) => onWish({ ...wish, target: wanted(value) })}
        />
      )}
      <SelectField
        label={isChange ? words.makeIt : words.ratherThan}
        value={rival ?? BY_READING}
        options={optionsBut(
          otherTarget,
          called(
            logits ? choosePair(logits, { target: otherTarget, rival: null }).rival : undefined,
            words.theRunnerUp,
          ),
        )}
        onChange={(value) => onWish({ ...wish, rival: wanted(value) })}
      />
    </div>
  );
}
