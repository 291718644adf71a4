import { fill } from '../../lib/fill';
import type { TrainingConfig } from '../../training/config';
import { useWords } from '../../words/words';
import { NumberSetting } from './NumberSetting';
import styles from './Settings.module.css';

/** Adam's two constants: few change them, so they are told in a line and open on request. */
export function Betas({ config, locked }: { config: TrainingConfig; locked: boolean }) {
  const { betas } = useWords().settings;
  return (
    <details className={styles.wide}>
      <summary className={styles.summary}>
        {fill(betas, { beta1: config.beta1, beta2: config.beta2 })}
      </summary>
      <div className={styles.fields}>
        <NumberSetting setting="beta1" config={config} locked={locked} />
        <NumberSetting setting="beta2" config={config} locked={locked} />
      </div>
    </details>
  );
}
