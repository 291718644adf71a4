import { useId, useState } from 'react';
import type { OptimizerName } from '../../engine/optimizer';
import { optimizerNames } from '../../engine/optimizer';
import { fill } from '../../lib/fill';
import type { TrainingConfig } from '../../training/config';
import { usualLearningRate } from '../../training/config';
import { Button } from '../../ui/Button';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './RunsPanel.module.css';
import { sameStartConfigs } from './sameStartConfigs';

interface SameStartProps {
  config: TrainingConfig;
  isIdle: boolean;
  onTrain: (configs: readonly TrainingConfig[]) => void;
}

/** Several optimizers from the same weights, with the same images in the same order. */
export function SameStart({ config, isIdle, onTrain }: SameStartProps) {
  const { optimizers } = useWords();
  const words = useLaterWords().runs.sameStart;
  const [chosen, setChosen] = useState<readonly OptimizerName[]>(['sgd', 'adam']);
  const reasonId = useId();
  const isReady = isIdle && chosen.length > 1;

  const choose = (optimizer: OptimizerName, isWanted: boolean) =>
    // In their usual order, whatever the order they were ticked in.
    setChosen(optimizerNames.filter((name) => (name === optimizer ? isWanted : chosen.includes(name))));

  return (
    <section className={styles.part} aria-label={words.title}>
      <h3 className={styles.heading}>{words.title}</h3>
      <p>{words.explanation}</p>
      <fieldset className={styles.optimizers}>
        <legend className="visuallyHidden">{words.optimizers}</legend>
        {optimizerNames.map((name) => (
          <label key={name} className={styles.optimizer}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={(event) => choose(name, event.target.checked)}
            />
            {fill(words.optimizer, { optimizer: optimizers[name], rate: usualLearningRate[name] })}
          </label>
        ))}
      </fieldset>
      <p className={styles.train}>
        <Button
          inactive={!isReady}
          aria-describedby={reasonId}
          onClick={() => onTrain(sameStartConfigs(config, chosen))}
        >
          {words.train}
        </Button>
        <span id={reasonId} className={styles.note}>
          {!isIdle ? words.busy : chosen.length < 2 && words.tooFew}
        </span>
      </p>
    </section>
  );
}
