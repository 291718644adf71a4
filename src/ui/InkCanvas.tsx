import { useEffect, useRef } from 'react';
import { paintInk } from './paintInk';
import { watchTheme } from './watchTheme';

interface InkCanvasProps {
  /** `side` × `side` amounts, row by row, 0 = none, 255 = all. */
  ink: Uint8Array;
  side: number;
  className: string | undefined;
  /** What it shows; without, it is hidden from assistive technology. */
  label?: string;
}

/** A square of ink in its own CSS colour, which follows the page's theme. */
export function InkCanvas({ ink, side, className, label }: InkCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const repaint = () => paintInk(canvas.current!, ink, side);
    repaint();
    return watchTheme(repaint);
  }, [ink, side]);

  return (
    <canvas
      ref={canvas}
      className={className}
      width={side}
      height={side}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={!label}
    />
  );
}
