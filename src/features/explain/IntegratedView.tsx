import { useMemo } from 'react';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatSigned } from '../../lib/formatSigned';
import { useLaterWords } from '../../words/laterWords';
import styles from './Explain.module.css';
import { ValueFigure } from './ValueFigure';
import { pairEnds } from './pairEnds';
import { pixelMap } from './pixelMap';
import type { ViewProps } from './viewProps';

/** What each pixel's ink has brought, compared with empty paper. */
export function IntegratedView({ body, digit, pair }: ViewProps<'integrated'>) {
  const words = useLaterWords().explain;
  const map = useMemo(() => pixelMap(body.values), [body]);
  const { change, gap, steps } = body;
  return (
    <div className={styles.view}>
      <ValueFigure
        title={words.integratedMap}
        map={map}
        unit={words.logits}
        ends={pairEnds(words, pair)}
        digit={digit}
      />
      <p>
        {fill(words.completeness, {
          sum: formatSigned(change + gap),
          change: formatSigned(change),
          steps: formatCount(steps),
        })}
      </p>
    </div>
  );
}
