import { useState } from 'react';
import type { Layers } from '../../explain/layerMaps';
import { SelectField } from '../../ui/SelectField';
import { useLaterWords } from '../../words/laterWords';
import styles from './Explain.module.css';
import { ValueFigure } from './ValueFigure';
import { folded } from './folded';
import { layerTitle } from './layerWords';

interface OneMapProps {
  layers: Layers['layers'];
  digit: Uint8Array;
}

/** One map of one layer, large enough for its values to be read. */
export function OneMap({ layers, digit }: OneMapProps) {
  const laterWords = useLaterWords();
  const words = laterWords.explain;
  const [at, setAt] = useState({ layer: 0, map: 0 });
  // Another model may have fewer of them.
  const index = Math.min(at.layer, layers.length - 1);
  const { maps, layer } = layers[index];
  const mapIndex = Math.min(at.map, maps.length - 1);
  const map = maps.length === 1 ? folded(maps[0]) : maps[mapIndex];
  const title =
    maps.length === 1
      ? layerTitle(laterWords, layers[index])
      : `${layerTitle(laterWords, layers[index])} · ${words.whichMap} ${String(mapIndex + 1)}`;
  return (
    <div className={styles.stack}>
      <div className={styles.choices}>
        <SelectField
          label={words.whichLayer}
          value={index}
          options={layers.map((each, value) => ({ value, label: layerTitle(laterWords, each) }))}
          onChange={(next) => setAt({ layer: next, map: 0 })}
        />
        {maps.length > 1 && (
          <SelectField
            label={words.whichMap}
            value={mapIndex}
            options={maps.map((_, value) => ({ value, label: String(value + 1) }))}
            onChange={(next) => setAt({ layer: index, map: next })}
          />
        )}
      </div>
      <ValueFigure
        title={title}
        map={map}
        unit={index === layers.length - 1 ? words.logits : words.values}
        ends={{ above: words.above, below: words.below }}
        // Only the first layer's maps lie on the digit, pixel on pixel.
        digit={layer === 0 && maps.length > 1 ? digit : null}
      />
    </div>
  );
}
