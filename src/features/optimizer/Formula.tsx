import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import type { TrainingConfig } from '../../training/config';
import type { StepInspection } from '../../training/inspectStep';
import { optimizerSpec } from '../../training/optimizerSpec';
import { imagesInStep } from '../../training/stepImages';
import { useLaterWords } from '../../words/laterWords';
import type { LiveNumbers } from './Equation';
import { Equation } from './Equation';
import styles from './Formula.module.css';
import { equations } from './equations';
import { constantText } from './writtenNumber';

interface FormulaProps {
  config: TrainingConfig;
  /** What a step did with the picked weight; null before there is one. */
  inspection: StepInspection | null;
}

/** The update rule, and beneath each line the same with the numbers of one weight in one step. */
export function Formula({ config, inspection }: FormulaProps) {
  const words = useLaterWords().optimizer;
  const count = inspection ? formatCount(imagesInStep(config, inspection.step)) : '';
  const live: LiveNumbers | null = inspection && {
    weight: inspection.weight,
    learningRate: inspection.learningRate,
    t: inspection.step + 1,
    source: fill(words.meanOver, { count }),
  };
  return (
    <div className={styles.formula}>
      <p className={styles.step}>
        {inspection
          ? fill(words.step, {
              step: formatCount(inspection.step + 1),
              count,
              rate: constantText(inspection.learningRate),
            })
          : words.empty}
      </p>
      {/* On a narrow screen it scrolls, by keyboard too. */}
      <div className={styles.lines} role="group" aria-label={words.formula} tabIndex={0}>
        {equations(optimizerSpec(config)).map((terms, line) => (
          <Equation key={line} terms={terms} live={live} />
        ))}
      </div>
      <p className={styles.symbols}>{words.symbols[config.optimizer]}</p>
    </div>
  );
}
