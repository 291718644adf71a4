import type { Picture } from '../../data/drawing';
import { InkCanvas } from '../../ui/InkCanvas';
import styles from './DrawingPad.module.css';

/** Ink on the pad that was not drawn on it; strokes come over it. */
export function PadPicture({ picture: { ink, side, isFramed } }: { picture: Picture }) {
  return <InkCanvas ink={ink} side={side} className={isFramed ? styles.pixels : styles.canvas} />;
}
