import { sumOf } from '../../explain/valueMap';
import { fill } from '../../lib/fill';
import { formatSigned } from '../../lib/formatSigned';
import { useLaterWords } from '../../words/laterWords';
import styles from './Explain.module.css';
import { LoudestFilters } from './LoudestFilters';
import { ValueFigure } from './ValueFigure';
import { pairEnds } from './pairEnds';
import type { ViewProps } from './viewProps';

/** What every place adds to the lead, exactly, and which filters say it. */
export function ContributionsView({ body, digit, pair }: ViewProps<'contributions'>) {
  const words = useLaterWords().explain;
  const { map, filters, biasDifference, difference } = body;
  const ends = pairEnds(words, pair);
  return (
    <div className={styles.view}>
      <ValueFigure title={words.contributionMap} map={map} unit={words.logits} ends={ends} digit={digit} />
      <div className={styles.stack}>
        <p>
          {fill(words.sum, {
            places: formatSigned(sumOf(map.values)),
            biases: formatSigned(biasDifference),
            total: formatSigned(difference),
          })}
        </p>
        {filters.length > 0 && <LoudestFilters filters={filters} ends={ends} />}
      </div>
    </div>
  );
}
