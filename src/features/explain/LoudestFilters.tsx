import { useState } from 'react';
import type { Contributions } from '../../explain/contributions';
import { largestOf } from '../../explain/strongest';
import { fill } from '../../lib/fill';
import { formatSigned } from '../../lib/formatSigned';
import { Button } from '../../ui/Button';
import { useLaterWords } from '../../words/laterWords';
import styles from './LoudestFilters.module.css';
import { MapPicture } from './MapPicture';
import type { Ends } from './summary';
import { summaryOf } from './summary';

interface LoudestFiltersProps {
  /** The loudest first; at least one. */
  filters: Contributions['filters'];
  ends: Ends;
}

const FEW = 6;
/** Of the map on the digit (pixels). */
const MARGIN = 1;

/** Each filter's weights beside what it adds, all in one scale. */
export function LoudestFilters({ filters, ends }: LoudestFiltersProps) {
  const words = useLaterWords().explain;
  const [hasAll, setHasAll] = useState(false);
  const largest = Math.max(...filters.map(({ map }) => largestOf(map)));
  const largestWeight = Math.max(...filters.map(({ kernel }) => largestOf(kernel)));
  return (
    <>
      <h3 className={styles.title}>{words.filters}</h3>
      <ol className={styles.filters}>
        {filters.slice(0, hasAll ? undefined : FEW).map(({ filter, kernel, map, total }) => {
          const number = filter + 1;
          const values = Array.from(kernel.values, formatSigned).join(' ');
          const summary = summaryOf(words, map, words.logits, ends, MARGIN);
          return (
            <li key={filter} className={styles.filter}>
              <span className={styles.name}>
                {fill(words.filter, { number })}
                {' · '}
                {fill(words.filterTotal, { total: formatSigned(total) })}
              </span>
              <span className={styles.kernel}>
                <MapPicture
                  map={kernel}
                  largest={largestWeight}
                  label={fill(words.kernel, { number, values })}
                />
              </span>
              <span className={styles.map}>
                <MapPicture map={map} largest={largest} label={fill(words.filterMap, { number, summary })} />
              </span>
            </li>
          );
        })}
      </ol>
      <Button onClick={() => setHasAll(!hasAll)}>
        {hasAll ? fill(words.fewFilters, { count: FEW }) : fill(words.allFilters, { count: filters.length })}
      </Button>
    </>
  );
}
