import { fill } from '../../lib/fill';
import { useActions } from '../../store/hooks';
import type { TrainingConfig } from '../../training/config';
import { configChoices } from '../../training/config';
import { SelectField } from '../../ui/SelectField';
import { useWords } from '../../words/words';
import { NumberSetting } from './NumberSetting';
import styles from './Settings.module.css';

/** Nodes and Adam's two constants: few change them, so they are told in a line and open on request. */
export function RareSettings({ config, locked }: { config: TrainingConfig; locked: boolean }) {
  const words = useWords().settings;
  const { changeConfig } = useActions();
  const label = (nodes: TrainingConfig['nodes']) => (nodes === 'auto' ? words.nodesAuto : String(nodes));
  const isAdam = config.optimizer === 'adam';
  const { beta1, beta2 } = config;
  return (
    <details className={styles.wide}>
      <summary className={styles.summary}>
        {`${words.nodes}: ${label(config.nodes)}`}
        {isAdam && ` · ${fill(words.betas, { beta1, beta2 })}`}
      </summary>
      <div className={styles.fields}>
        <SelectField
          label={words.nodes}
          value={config.nodes}
          options={configChoices.nodes.map((nodes) => ({ value: nodes, label: label(nodes) }))}
          onChange={(nodes) => changeConfig({ nodes })}
        />
        {isAdam && <NumberSetting setting="beta1" config={config} locked={locked} />}
        {isAdam && <NumberSetting setting="beta2" config={config} locked={locked} />}
      </div>
    </details>
  );
}
