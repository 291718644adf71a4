import { useEffect, useMemo, useRef } from 'react';
import { fill } from '../../lib/fill';
import { planModel } from '../../model/plan';
import type { PresetName } from '../../model/presets';
import { presets } from '../../model/presets';
import { useLaterWords } from '../../words/laterWords';
import type { CheckpointView } from '../../training/checkpoint';
import { filterPictures } from './filterPictures';
import styles from './Timeline.module.css';

interface FiltersProps {
  preset: PresetName;
  view: CheckpointView | null;
}

/** The first layer's weights as pictures: what each filter, or each digit's output, looks for. */
export function Filters({ preset, view }: FiltersProps) {
  const words = useLaterWords().timeline;
  const shape = useMemo(() => planModel(presets[preset]).weightShapes[0], [preset]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const kernel = view?.kernel;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !kernel) return;
    const { width, height, pixels } = filterPictures(kernel, shape);
    context.canvas.width = width;
    context.canvas.height = height;
    context.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [kernel, shape]);

  const count = shape[shape.length - 1];
  return (
    <section className={styles.part}>
      <h3>{words.filters}</h3>
      <canvas
        ref={canvas}
        className={styles.filters}
        width={1}
        height={1}
        role="img"
        aria-label={fill(words.filtersShown, { count })}
      />
      <p className={styles.empty}>{words.filtersMeaning}</p>
    </section>
  );
}
