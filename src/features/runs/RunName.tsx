import { useState } from 'react';
import { fill } from '../../lib/fill';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './RunList.module.css';
import type { StoredRun } from './storedRun';
import { defaultName, nameOf } from './storedRun';

/** Long enough for a sentence; what is longer is not a name. */
const MAX_CHARACTERS = 80;

interface RunNameProps {
  run: StoredRun;
  onRename: (key: string, name: string) => void;
}

/** A name that can be written over. Leaving it, or Enter, keeps what was written; Escape does not. */
export function RunName({ run, onRename }: RunNameProps) {
  const words = useWords();
  const { runs } = useLaterWords();
  const [draft, setDraft] = useState<string | null>(null);
  const name = nameOf(run, words);

  function keep() {
    const wanted = draft?.trim() ?? name;
    setDraft(null);
    // The name it has anyway goes on following the language.
    const next = wanted === defaultName(run, words) ? '' : wanted;
    if (next !== run.name) onRename(run.key, next);
  }

  return (
    <input
      className={styles.rename}
      aria-label={fill(runs.name, { run: name })}
      autoComplete="off"
      spellCheck={false}
      maxLength={MAX_CHARACTERS}
      value={draft ?? name}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur();
        if (key === 'Escape') setDraft(null);
      }}
    />
  );
}
