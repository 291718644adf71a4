import { fill } from '../../lib/fill';
import { useActions, useApp } from '../../store/hooks';
import type { LinkNote } from '../../store/shareLink';
import { Button } from '../../ui/Button';
import type { LaterWords } from '../../words/laterWords';
import { useLaterWords } from '../../words/laterWords';
import styles from './Share.module.css';

/** Which parts of a followed link could not be used, until the visitor has read it. */
export function LinkNotes() {
  const { share } = useLaterWords();
  const { dismissLinkNotes } = useActions();
  const notes = useApp((state) => state.linkNotes);
  return (
    <section className={styles.notes} aria-label={share.notes}>
      <ul>
        {notes.map((note, index) => (
          <li key={index}>{sentence(share, note)}</li>
        ))}
      </ul>
      <Button onClick={dismissLinkNotes}>{share.dismiss}</Button>
    </section>
  );
}

function sentence(words: LaterWords['share'], { key, value, used }: LinkNote): string {
  return used === null ? fill(words.unknownKey, { key }) : fill(words.badValue, { key, value, used });
}
