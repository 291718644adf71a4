import { fill } from '../../lib/fill';
import { evenlySpaced } from '../../lib/evenlySpaced';
import type { TrainingConfig } from '../../training/config';
import { totalSteps } from '../../training/config';
import { rateOf } from '../../training/rateOf';
import { useLaterWords } from '../../words/laterWords';
import styles from './Settings.module.css';

const WIDTH = 240;
const HEIGHT = 40;
const POINTS = 120;

/** How the learning rate goes along the run, planned changes and all. */
export function SchedulePreview({ config }: { config: TrainingConfig }) {
  const words = useLaterWords().settings;
  const steps = evenlySpaced(totalSteps(config), POINTS);
  const rates = steps.map((step) => rateOf(config, step));
  const highest = Math.max(...rates);
  const last = Math.max(1, steps[steps.length - 1]);
  const points = steps.map((step, i) => {
    const x = (WIDTH * step) / last;
    const y = 1 + (HEIGHT - 2) * (1 - rates[i] / highest);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  const summary = fill(words.previewOf, {
    first: rates[0].toPrecision(2),
    last: rates[rates.length - 1].toPrecision(2),
    highest: highest.toPrecision(2),
  });
  return (
    <figure className={styles.wide}>
      <figcaption className={styles.facts}>
        {words.schedulePreview}. {summary}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.preview} aria-hidden="true">
        <polyline points={points.join(' ')} fill="none" stroke="var(--live)" strokeWidth={1.5} />
      </svg>
    </figure>
  );
}
