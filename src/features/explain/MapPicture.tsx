import { useEffect, useRef } from 'react';
import type { ValueMap } from '../../explain/valueMap';
import { watchTheme } from '../../ui/watchTheme';
import styles from './MapPicture.module.css';
import { paintMap } from './paintMap';

interface MapPictureProps {
  map: ValueMap;
  /** The value that gets the full colour. */
  largest: number;
  /** What matters in it, in words; null where the words stand beside it. */
  label: string | null;
  /** Ink on paper, rather than blue for and orange against. */
  look?: 'signed' | 'ink';
}

/** A map as a picture: one square for each value. */
export function MapPicture({ map, largest, label, look = 'signed' }: MapPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const repaint = () => paintMap(canvas.current!, map, largest);
    repaint();
    return watchTheme(repaint);
  }, [map, largest]);

  return (
    <canvas
      ref={canvas}
      className={`${styles.picture} ${styles[look]}`}
      style={{ aspectRatio: `${String(map.width)} / ${String(map.height)}` }}
      {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}
