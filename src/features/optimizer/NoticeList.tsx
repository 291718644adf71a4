import { useId } from 'react';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatLoss } from '../../lib/formatLoss';
import type { Notice } from '../../training/notices';
import { useThrottled } from '../../ui/useThrottled';
import type { LaterWords } from '../../words/laterWords';
import { useLaterWords } from '../../words/laterWords';
import type { Words } from '../../words/words';
import { useWords } from '../../words/words';
import styles from './NoticeList.module.css';

/** Notices are read aloud when they change: more often than this would be a nuisance. */
const NOTICE_INTERVAL_MS = 2_000;

/** What the run shows and what to try, in plain sentences. */
export function NoticeList({ notices, hasBegun }: { notices: readonly Notice[]; hasBegun: boolean }) {
  const words = useLaterWords().optimizer;
  const shown = useThrottled(notices, NOTICE_INTERVAL_MS);
  const { charts } = useWords();
  const headingId = useId();
  return (
    <section className={styles.notices} aria-labelledby={headingId}>
      <h4 id={headingId}>{words.notices}</h4>
      <div role="status">
        {shown.length > 0 ? (
          <ul>
            {shown.map((notice) => (
              <li key={'layer' in notice ? `${notice.code} ${String(notice.layer)}` : notice.code}>
                {noticeSentence(words, charts, notice)}
              </li>
            ))}
          </ul>
        ) : (
          <p>{hasBegun ? words.noNotices : words.noticesEmpty}</p>
        )}
      </div>
    </section>
  );
}

function noticeSentence(words: LaterWords['optimizer'], charts: Words['charts'], notice: Notice): string {
  const nats = (loss: number) => formatLoss(loss) || charts.notANumber;
  switch (notice.code) {
    case 'diverging':
      return fill(words.diverging, { loss: nats(notice.loss), lowest: nats(notice.lowest) });
    case 'deadRelus': {
      const { layer, dead, units } = notice;
      return fill(words.deadRelus, { layer: layer + 1, dead: formatCount(dead), units: formatCount(units) });
    }
    case 'overfitting':
      return fill(words.overfitting, { before: nats(notice.before), now: nats(notice.now) });
    case 'rateTooSmall':
      return fill(words.rateTooSmall, { loss: nats(notice.loss) });
  }
}
