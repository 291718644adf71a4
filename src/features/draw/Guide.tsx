import { DIGIT_SIDE } from '../../data/digitSide';
import { useApp } from '../../store/hooks';
import { InkCanvas } from '../../ui/InkCanvas';
import styles from './Guide.module.css';

/** A digit under the drawing, to be drawn over. */
export function Guide() {
  const guide = useApp((state) => state.pad.guide);
  return guide && <InkCanvas ink={guide} side={DIGIT_SIDE} className={styles.guide} />;
}
