import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatMegabytes } from '../../lib/formatMegabytes';
import type { LabState } from '../../store/labState';
import { SelectField } from '../../ui/SelectField';
import { useLaterWords } from '../../words/laterWords';
import styles from './RunsPanel.module.css';

const MEGABYTE = 1_000_000;
const BUDGETS_MB = [100, 250, 500, 1000, 2000];

interface StorageProps {
  storage: LabState['storage'];
  onChange: (bytes: number) => void;
}

/** How much room runs take on this device, and how much they may. */
export function Storage({ storage, onChange }: StorageProps) {
  const words = useLaterWords().runs.storage;
  const { usedBytes, budgetBytes } = storage;
  const budget = budgetBytes / MEGABYTE;
  // A budget from elsewhere can be kept.
  const budgets = [...new Set([...BUDGETS_MB, budget])].sort((a, b) => a - b);
  return (
    <section className={styles.part} aria-label={words.title}>
      <h3 className={styles.heading}>{words.title}</h3>
      <p>{fill(words.used, { used: formatMegabytes(usedBytes), budget: formatCount(budget) })}</p>
      <div className={styles.budget}>
        <SelectField
          label={words.budget}
          value={budget}
          options={budgets.map((count) => ({
            value: count,
            label: fill(words.megabytes, { count: formatCount(count) }),
          }))}
          onChange={(count) => onChange(count * MEGABYTE)}
        />
      </div>
      <p className={styles.note}>{words.thinned}</p>
    </section>
  );
}
