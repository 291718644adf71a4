import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import type { TrainingConfig } from '../../training/config';
import type { LaterWords } from '../../words/laterWords';
import type { Words } from '../../words/words';
import type { Setting } from './differences';
import { isUsed } from './differences';

/** What a setting is called. */
export function settingLabel(words: Words, later: LaterWords, setting: Setting): string {
  const labels: Readonly<Record<Setting, string>> = { ...words.settings, ...later.runs.settings };
  return labels[setting];
}

/** What a run has of a setting, in words or with its unit in the label. */
export function settingText(
  words: Words,
  later: LaterWords,
  config: TrainingConfig,
  setting: Setting,
): string {
  if (!isUsed(config, setting)) return '–';
  switch (setting) {
    case 'preset':
      return words.presets[config.preset];
    case 'optimizer':
      return words.optimizers[config.optimizer];
    case 'schedule':
      return words.schedules[config.schedule];
    case 'engine':
      return words.engines[config.engine];
    case 'nodes':
      return config.nodes === 'auto' ? words.settings.nodesAuto : String(config.nodes);
    case 'batchSize':
      return config.optimizer === 'gradientDescent'
        ? words.settings.allImages
        : formatCount(config.batchSize);
    case 'rateChanges':
      return rateChanges(later, config);
    case 'imageCount':
    case 'validationCount':
    case 'epochs':
    case 'patience':
      return formatCount(config[setting]);
    case 'learningRate':
    case 'beta1':
    case 'beta2':
    case 'seed':
      return String(config[setting]);
  }
}

function rateChanges({ runs }: LaterWords, { rateChanges }: TrainingConfig): string {
  const changes = rateChanges.map(({ step, learningRate }) =>
    fill(runs.rateChange, { rate: learningRate, step: formatCount(step + 1) }),
  );
  return changes.join('; ') || runs.none;
}

/** The settings that a run's name does not tell, in one line. */
export function settingsLine(words: Words, { runs }: LaterWords, config: TrainingConfig): string {
  const { optimizer, schedule, beta1, beta2, batchSize, epochs, imageCount, validationCount, seed } = config;
  const isWhole = optimizer === 'gradientDescent';
  const parts = [
    isWhole ? runs.wholeBatch : fill(runs.batch, { count: formatCount(batchSize) }),
    fill(runs.epochs, { count: formatCount(epochs) }),
    fill(runs.images, { count: formatCount(imageCount) }),
    fill(runs.seed, { seed }),
    ...(validationCount > 0 ? [fill(runs.heldOut, { count: formatCount(validationCount) })] : []),
    ...(schedule === 'constant' ? [] : [words.schedules[schedule]]),
    ...(optimizer === 'adam' && (beta1 !== 0.9 || beta2 !== 0.999)
      ? [fill(words.settings.betas, { beta1, beta2 })]
      : []),
    ...(config.rateChanges.length > 0 ? [runs.changedRates] : []),
  ];
  return parts.join(' · ');
}
