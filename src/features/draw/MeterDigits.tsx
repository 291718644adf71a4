import styles from './Meters.module.css';
import { useGuess } from './useReading';

export const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Which bar is which digit. */
export function MeterDigits() {
  const likeliest = useGuess();
  return (
    <div className={styles.digits} aria-hidden="true">
      {digits.map((digit) => (
        <span key={digit} className={digit === likeliest ? styles.likeliest : undefined}>
          {digit}
        </span>
      ))}
    </div>
  );
}
