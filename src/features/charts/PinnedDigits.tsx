import { DIGIT_SIDE } from '../../data/digitSide';
import { fill } from '../../lib/fill';
import type { FollowedDigit } from '../../store/followed';
import { MOST_PINNED } from '../../store/followed';
import { useFollowed } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { InkCanvas } from '../../ui/InkCanvas';
import { useLaterWords } from '../../words/laterWords';
import styles from './PinnedDigits.module.css';
import { lastReading } from './readingWords';

/** The drawings that are read again and again: the one on the pad, and those that were pinned; one of them is in the chart. */
export function PinnedDigits() {
  const words = useLaterWords().followed;
  const { onPad, pinned, shown } = useFollowed((state) => state);
  const { pin, show, unpin } = useFollowed((state) => state);
  const isPinned = pinned.some(({ pixels }) => pixels === onPad?.pixels);
  return (
    <div className={styles.row} role="group" aria-label={words.label}>
      {onPad && (
        <Followed digit={onPad} name={words.onPad} isShown={shown === null} onShow={() => show(null)} />
      )}
      {onPad && !isPinned && (
        <Button look="link" inactive={pinned.length === MOST_PINNED} onClick={pin}>
          {pinned.length === MOST_PINNED ? fill(words.full, { count: MOST_PINNED }) : words.pin}
        </Button>
      )}
      {pinned.map((digit, index) => (
        <span key={index} className={styles.pinned}>
          <Followed
            digit={digit}
            name={fill(words.pinned, { number: index + 1 })}
            isShown={shown === digit.pixels}
            onShow={() => show(digit.pixels)}
          />
          <Button
            look="quiet"
            aria-label={fill(words.unpin, { number: index + 1 })}
            onClick={() => unpin(digit.pixels)}
          >
            ×
          </Button>
        </span>
      ))}
    </div>
  );
}

interface FollowedProps {
  digit: FollowedDigit;
  name: string;
  isShown: boolean;
  onShow: () => void;
}

/** A small picture of the drawing, and what is read in it now. */
function Followed({ digit, name, isShown, onShow }: FollowedProps) {
  const reading = lastReading(digit.readings);
  return (
    <button
      type="button"
      className={styles.followed}
      aria-pressed={isShown}
      aria-label={`${reading} ${name}`.trim()}
      title={name}
      onClick={onShow}
    >
      <InkCanvas ink={digit.pixels} side={DIGIT_SIDE} className={styles.picture} />
      <span className={styles.reading}>{reading}</span>
    </button>
  );
}
