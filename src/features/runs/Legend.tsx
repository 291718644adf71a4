import { fill } from '../../lib/fill';
import { Button } from '../../ui/Button';
import { LineSwatch } from '../../ui/LineSwatch';
import { lineLooks } from '../../ui/lineLooks';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './Comparison.module.css';
import type { SelectedRun } from './overlay';
import { nameOf } from './storedRun';

interface LegendProps {
  selected: readonly SelectedRun[];
  onSelect: (key: string, isWanted: boolean) => void;
}

/** Which line is which run. */
export function Legend({ selected, onSelect }: LegendProps) {
  const words = useWords();
  const { compare } = useLaterWords().runs;
  return (
    <ul className={styles.legend}>
      {selected.map(({ run, line }) => {
        const name = nameOf(run, words);
        return (
          <li key={run.key}>
            <span className={styles.number}>{line + 1}</span>
            <LineSwatch {...lineLooks[line]} />
            <span className={styles.legendName}>
              {name} <span className={styles.note}>({compare.dashes[line]})</span>
            </span>
            <Button
              look="quiet"
              aria-label={fill(compare.takeOut, { run: name })}
              onClick={() => onSelect(run.key, false)}
            >
              ×
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
