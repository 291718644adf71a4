import { useMemo } from 'react';
import type { Layers } from '../../explain/layerMaps';
import { largestOf } from '../../explain/strongest';
import { fill } from '../../lib/fill';
import { formatSigned } from '../../lib/formatSigned';
import { indexOfLargest } from '../../lib/indexOfLargest';
import { useLaterWords } from '../../words/laterWords';
import styles from './Explain.module.css';
import { Legend } from './Legend';
import { MapPicture } from './MapPicture';
import { inRows } from './inRows';
import { layerTitle, shapeOf } from './layerWords';
import { folded } from './folded';

interface LayerPictureProps {
  layer: Layers['layers'][number];
  /** Whether it gives the logits. */
  isLast: boolean;
}

const MAPS_PER_ROW = 8;

/** All maps of one layer beside each other, in one scale. */
export function LayerPicture({ layer, isLast }: LayerPictureProps) {
  const laterWords = useLaterWords();
  const words = laterWords.explain;
  const { maps } = layer;
  const picture = useMemo(() => (maps.length === 1 ? folded(maps[0]) : inRows(maps, MAPS_PER_ROW)), [maps]);
  const sizes = maps.map(largestOf);
  const loudest = indexOfLargest(sizes);
  const shape = shapeOf(words, layer, isLast);
  return (
    <section className={styles.layer}>
      <h3>
        {layerTitle(laterWords, layer)} <span className={styles.muted}>{shape}</span>
      </h3>
      <MapPicture
        map={picture}
        largest={sizes[loudest]}
        label={fill(words.layerPicture, {
          layer: layer.layer + 1,
          shape,
          largest: formatSigned(sizes[loudest]),
          map: loudest + 1,
        })}
      />
      {isLast && (
        <div className={styles.digits} aria-hidden="true">
          {Array.from(maps[0].values, (_, digit) => (
            <span key={digit}>{digit}</span>
          ))}
        </div>
      )}
      <Legend
        largest={sizes[loudest]}
        unit={isLast ? words.logits : words.values}
        ends={{ above: words.above, below: words.below }}
      />
    </section>
  );
}
