import { fill } from '../../lib/fill';
import { formatEnergy } from '../../lib/formatEnergy';
import { formatFlops } from '../../lib/formatFlops';
import { formatRange } from '../../lib/formatRange';
import { useLaterWords } from '../../words/laterWords';
import { costOf } from './costOf';
import styles from './RunList.module.css';
import type { StoredRun } from './storedRun';

/** What a run cost. What the range means stands below the list; pointed at, it says for which device. */
export function CostLine({ run }: { run: StoredRun }) {
  const { runs, export: words } = useLaterWords();
  const cost = costOf(run);
  if (!cost || run.step === 0) return null;
  const { flops, energyJoules, deviceClass, watts } = cost;
  const meaning = fill(words.report.energyNote, {
    device: words.report.deviceClasses[deviceClass],
    watts: `${formatRange(watts.low, watts.high)} W`,
  });
  return (
    <p className={styles.detail} title={meaning}>
      {fill(runs.cost, { flops: formatFlops(flops), energy: formatEnergy(energyJoules) })}
    </p>
  );
}
