import { Suspense, lazy } from 'react';
import { useActions, useApp } from '../../store/hooks';
import { isUnderWay } from '../../store/store';
import type { TrainingConfig } from '../../training/config';
import { configChoices, usualLearningRate, withPreset } from '../../training/config';
import { Section } from '../../ui/Section';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import { useWords } from '../../words/words';
import { ModelFacts } from './ModelFacts';
import { NumberSetting } from './NumberSetting';
import { RareSettings } from './RareSettings';
import styles from './Settings.module.css';

/** Only a run under way has one. */
const LiveRate = lazy(async () => ({ default: (await import('./LiveRate')).LiveRate }));

/** What a run is made of. While one is under way they show what it uses, and wait. */
export function Settings() {
  const words = useWords();
  const { changeConfig } = useActions();
  const chosen = useApp((state) => state.config);
  const inUse = useApp(({ run }) => (isUnderWay(run) ? run.record.config : null));
  const config = inUse ?? chosen;
  const locked = inUse !== null;
  const number = { config, locked };

  return (
    <Section title={words.panels.settings}>
      <div className={styles.fields}>
        <div className={styles.wide}>
          <SelectField
            label={words.settings.preset}
            value={config.preset}
            disabled={locked}
            options={labelled(configChoices.preset, words.presets)}
            onChange={(preset) => changeConfig(withPreset(config, preset))}
          />
          <ModelFacts preset={config.preset} />
        </div>
        <SelectField
          label={words.settings.optimizer}
          value={config.optimizer}
          disabled={locked}
          options={labelled(configChoices.optimizer, words.optimizers)}
          onChange={(optimizer) => changeConfig(withOptimizer(config, optimizer))}
        />
        <Suspense fallback={<NumberSetting setting="learningRate" {...number} />}>
          {locked ? <LiveRate config={config} /> : <NumberSetting setting="learningRate" {...number} />}
        </Suspense>
        <SelectField
          label={words.settings.schedule}
          value={config.schedule}
          disabled={locked}
          options={labelled(configChoices.schedule, words.schedules)}
          onChange={(schedule) => changeConfig({ schedule })}
        />
        {config.optimizer === 'gradientDescent' ? (
          <TextField label={words.settings.batchSize} value={words.settings.allImages} disabled />
        ) : (
          <NumberSetting setting="batchSize" {...number} />
        )}
        <NumberSetting setting="epochs" {...number} />
        <NumberSetting setting="imageCount" {...number} />
        <NumberSetting setting="seed" {...number} />
        <SelectField
          label={words.settings.engine}
          value={config.engine}
          disabled={locked}
          options={labelled(configChoices.engine, words.engines)}
          onChange={(engine) => changeConfig({ engine })}
        />
        <RareSettings {...number} />
      </div>
      <p className={styles.note}>
        {inUse && words.settings.locked} {inUse && isOther(inUse, chosen) && words.settings.pending}
      </p>
    </Section>
  );
}

function labelled<Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: labels[value] }));
}

/** Whether other settings wait for the next run. A learning rate that was changed on the way makes no difference. */
function isOther(inUse: TrainingConfig, chosen: TrainingConfig): boolean {
  const settings = Object.keys(chosen) as (keyof TrainingConfig)[];
  return settings.some((setting) => setting !== 'rateChanges' && inUse[setting] !== chosen[setting]);
}

/** Another optimizer, with its usual learning rate unless the visitor had set one of their own. */
function withOptimizer(
  config: TrainingConfig,
  optimizer: TrainingConfig['optimizer'],
): Partial<TrainingConfig> {
  const isUsual = config.learningRate === usualLearningRate[config.optimizer];
  return isUsual ? { optimizer, learningRate: usualLearningRate[optimizer] } : { optimizer };
}
