import { DIGIT_SIDE } from '../../data/digitSide';
import { useApp } from '../../store/hooks';
import { InkCanvas } from '../../ui/InkCanvas';
import { useWords } from '../../words/words';
import styles from './Preview.module.css';

const paper = new Uint8Array(DIGIT_SIDE ** 2);

/** The very pixels the network is given. */
export function Preview() {
  const words = useWords().draw;
  const digit = useApp((state) => state.digit);
  return (
    <figure className={styles.preview}>
      <InkCanvas
        ink={digit ?? paper}
        side={DIGIT_SIDE}
        className={styles.pixels}
        label={digit ? words.pixels : words.noPixels}
      />
      <figcaption className={styles.caption}>{words.whatItSees}</figcaption>
    </figure>
  );
}
