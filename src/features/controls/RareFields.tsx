import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { useActions } from '../../store/hooks';
import type { TrainingConfig } from '../../training/config';
import { configChoices } from '../../training/config';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/SelectField';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { NumberSetting } from './NumberSetting';
import { SchedulePreview } from './SchedulePreview';
import styles from './Settings.module.css';

/** Nodes, Adam's two constants, images held out, and how the learning rate goes along the run. */
export function RareFields({ config, locked }: { config: TrainingConfig; locked: boolean }) {
  const words = useWords().settings;
  const later = useLaterWords().settings;
  const { changeConfig } = useActions();
  const isAdam = config.optimizer === 'adam';
  const { rateChanges } = config;
  const number = { config, locked };
  return (
    <div className={styles.fields}>
      <SelectField
        label={words.nodes}
        value={config.nodes}
        disabled={locked}
        options={configChoices.nodes.map((nodes) => ({
          value: nodes,
          label: nodes === 'auto' ? words.nodesAuto : String(nodes),
        }))}
        onChange={(nodes) => changeConfig({ nodes })}
      />
      {isAdam && <NumberSetting setting="beta1" {...number} />}
      {isAdam && <NumberSetting setting="beta2" {...number} />}
      <NumberSetting setting="validationCount" {...number} />
      <NumberSetting setting="patience" {...number} />
      <SchedulePreview config={config} />
      {rateChanges.length > 0 && (
        <p className={styles.wide}>
          {fill(later.rateChanges, {
            changes: rateChanges
              .map(({ step, learningRate }) =>
                fill(later.rateChange, { rate: learningRate, step: formatCount(step) }),
              )
              .join(', '),
          })}{' '}
          {!locked && (
            <Button look="link" onClick={() => changeConfig({ rateChanges: [] })}>
              {later.removeChanges}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
