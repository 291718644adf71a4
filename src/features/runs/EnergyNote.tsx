import { fill } from '../../lib/fill';
import { formatRange } from '../../lib/formatRange';
import { middleOf } from '../../training/cost';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './Comparison.module.css';
import { powerOf } from './costOf';
import type { SelectedRun } from './overlay';
import { nameOf } from './storedRun';

/** What stands behind lines along energy: how far each may be off, and which runs have none. */
export function EnergyNote({ selected }: { selected: readonly SelectedRun[] }) {
  const words = useWords();
  const { runs, export: exported } = useLaterWords();
  const { energyNote, energyLine, noEnergy } = runs.compare;
  const sentences = selected.map(({ run, line }) => {
    const power = powerOf(run);
    if (!power) return fill(noEnergy, { run: nameOf(run, words) });
    const { watts, deviceClass } = power;
    const middle = middleOf(watts);
    return fill(energyLine, {
      line: line + 1,
      middle: formatRange(middle, middle),
      watts: `${formatRange(watts.low, watts.high)} W`,
      device: exported.report.deviceClasses[deviceClass],
    });
  });
  return (
    <div className={styles.note}>
      {[energyNote, ...sentences].map((sentence, index) => (
        <p key={index}>{sentence}</p>
      ))}
    </div>
  );
}
