import { useEffect, useRef } from 'react';
import { DIGIT_SIDE } from '../../data/digitFromDrawing';
import { useApp } from '../../store/hooks';
import { useWords } from '../../words/words';
import styles from './Preview.module.css';
import { get2d } from './get2d';
import { watchTheme } from './watchTheme';

/** The very pixels the network is given. */
export function Preview() {
  const words = useWords().draw;
  const digit = useApp((state) => state.digit);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const repaint = () => paintDigit(canvas.current!, digit);
    repaint();
    return watchTheme(repaint);
  }, [digit]);

  return (
    <figure className={styles.preview}>
      <canvas
        ref={canvas}
        className={styles.pixels}
        width={DIGIT_SIDE}
        height={DIGIT_SIDE}
        role="img"
        aria-label={digit ? words.pixels : words.noPixels}
      />
      <figcaption className={styles.caption}>{words.whatItSees}</figcaption>
    </figure>
  );
}

/** One canvas pixel for each of the digit's, in the canvas's own CSS colour. */
function paintDigit(canvas: HTMLCanvasElement, digit: Uint8Array | null) {
  const context = get2d(canvas);
  context.clearRect(0, 0, DIGIT_SIDE, DIGIT_SIDE);
  context.fillStyle = getComputedStyle(canvas).color;
  digit?.forEach((ink, pixel) => {
    if (ink === 0) return;
    context.globalAlpha = ink / 255;
    context.fillRect(pixel % DIGIT_SIDE, Math.floor(pixel / DIGIT_SIDE), 1, 1);
  });
}
