import { fill } from '../../lib/fill';
import { formatCompact, formatCount } from '../../lib/formatCount';
import { planModel } from '../../model/plan';
import type { PresetName } from '../../model/presets';
import { presets } from '../../model/presets';
import { useWords } from '../../words/words';
import { layersInOneLine } from './layersInOneLine';
import styles from './Settings.module.css';

/** The chosen model's layers and what they cost. */
export function ModelFacts({ preset }: { preset: PresetName }) {
  const { parameters, flops } = useWords().settings;
  const plan = planModel(presets[preset]);
  return (
    <p className={styles.facts}>
      {layersInOneLine(plan.spec)}
      <br />
      {fill(parameters, { count: formatCount(plan.parameterCount) })} ·{' '}
      {fill(flops, { count: formatCompact(plan.forwardFlops) })}
    </p>
  );
}
