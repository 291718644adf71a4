import type { TrainingConfig } from '../../training/config';
import { articleConfig } from '../../training/config';

export type Setting = keyof TrainingConfig;

/** Whether a setting changes anything, given the others. */
export function isUsed(config: TrainingConfig, setting: Setting): boolean {
  switch (setting) {
    case 'beta1':
    case 'beta2':
      return config.optimizer === 'adam';
    case 'patience':
      return config.validationCount > 0 && config.patience > 0;
    default:
      return true;
  }
}

/** The settings in which some of these runs differ, in their usual order. */
export function differences(configs: readonly TrainingConfig[]): Setting[] {
  // Every run has the settings that the article's has.
  const settings = Object.keys(articleConfig) as Setting[];
  return settings.filter((setting) => {
    // That only some optimizers have them says no more than that optimizers differ.
    const isPart = setting === 'beta1' || setting === 'beta2';
    const compared = isPart ? configs.filter((config) => isUsed(config, setting)) : configs;
    return new Set(compared.map((config) => comparable(config, setting))).size > 1;
  });
}

/** Equal for settings that make no difference. */
function comparable(config: TrainingConfig, setting: Setting): string {
  if (!isUsed(config, setting)) return 'unused';
  if (setting === 'batchSize' && config.optimizer === 'gradientDescent') return 'all images';
  return JSON.stringify(config[setting]);
}
