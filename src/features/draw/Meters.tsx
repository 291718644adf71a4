import { formatPercent } from '../../lib/formatPercent';
import { useWords } from '../../words/words';
import { digits } from './MeterDigits';
import styles from './Meters.module.css';
import { useReading } from './useReading';

/** How likely the network thinks each digit, in their order for ever. */
export function Meters() {
  const words = useWords().draw;
  const reading = useReading();

  return (
    <div role="group" aria-label={words.meters} className={styles.meters}>
      {digits.map((digit) => (
        <Meter
          key={digit}
          digit={digit}
          share={reading?.probabilities[digit] ?? null}
          isLikeliest={digit === reading?.digit}
        />
      ))}
    </div>
  );
}

interface MeterProps {
  digit: number;
  /** Its probability, 0 to 1; null where nothing was read. */
  share: number | null;
  isLikeliest: boolean;
}

function Meter({ digit, share, isLikeliest }: MeterProps) {
  const words = useWords().draw;
  return (
    <div
      role="meter"
      aria-label={String(digit)}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={roundToThousandth(share ?? 0)}
      aria-valuetext={share === null ? words.notRead : formatPercent(share)}
      className={isLikeliest ? styles.likeliest : styles.meter}
    >
      <span className={styles.percent}>{share === null ? '' : formatPercent(share)}</span>
      <span className={styles.track}>
        <span className={styles.bar} style={{ transform: `scaleY(${share ?? 0})` }} />
      </span>
    </div>
  );
}

const roundToThousandth = (share: number) => Math.round(1000 * share) / 1000;
