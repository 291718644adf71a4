import { fill } from '../../lib/fill';
import { formatSigned } from '../../lib/formatSigned';
import { largestOf } from '../../explain/strongest';
import { useLaterWords } from '../../words/laterWords';
import styles from './Explain.module.css';
import { LayerPicture } from './LayerPicture';
import { Legend } from './Legend';
import { MapPicture } from './MapPicture';
import { OneMap } from './OneMap';
import { inRows } from './inRows';
import type { ViewProps } from './viewProps';

const FILTERS_PER_ROW = 8;
/** One for each digit: these are pictures of whole digits, and larger. */
const DIGITS_PER_ROW = 5;

/** What every layer makes of the digit; the first layer's weights; any map of them in large. */
export function LayersView({ body, digit }: Omit<ViewProps<'layers'>, 'pair'>) {
  const words = useLaterWords().explain;
  const { layers, filters } = body;
  const largest = Math.max(...filters.map(largestOf));
  // Where the logits come straight from the pixels, each digit has a picture of weights.
  const areOfDigits = layers.length === 1;
  const weights = inRows(filters, areOfDigits ? DIGITS_PER_ROW : FILTERS_PER_ROW);
  const sentence = areOfDigits ? words.filtersOfDigits : words.filtersPicture;
  return (
    <div className={styles.layers}>
      <OneMap layers={layers} digit={digit} />
      <div className={styles.stack}>
        {layers.map((layer, index) => (
          <LayerPicture key={layer.layer} layer={layer} isLast={index === layers.length - 1} />
        ))}
        <section className={styles.layer}>
          <h3>{words.firstFilters}</h3>
          <MapPicture
            map={weights}
            largest={largest}
            label={fill(sentence, { count: filters.length, largest: formatSigned(largest) })}
          />
          <Legend largest={largest} unit={words.values} ends={{ above: words.above, below: words.below }} />
        </section>
      </div>
    </div>
  );
}
