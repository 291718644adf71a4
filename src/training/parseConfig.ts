import type { NumericSetting, TrainingConfig } from './config';
import { articleConfig, configBounds, configChoices, isWithinBounds } from './config';

/**
 * Settings that were stored, by whatever version of the page: what they lack is as in the article's run.
 * @returns null where a setting is not one that can be trained with
 */
export function parseConfig(value: unknown): TrainingConfig | null {
  if (typeof value !== 'object' || value === null) return null;
  const config = { ...articleConfig, ...value } as Record<keyof TrainingConfig, unknown>;
  const areChoices = Object.entries(configChoices).every(([key, names]) =>
    (names as readonly unknown[]).includes(config[key as keyof typeof configChoices]),
  );
  const areWithinBounds = (Object.keys(configBounds) as NumericSetting[]).every((key) => {
    const number = config[key];
    return typeof number === 'number' && isWithinBounds(key, number);
  });
  if (!areChoices || !areWithinBounds || !areRateChanges(config.rateChanges)) return null;
  const keys = Object.keys(articleConfig) as (keyof TrainingConfig)[];
  // Every field has just been looked at.
  const parsed = Object.fromEntries(keys.map((key) => [key, config[key]])) as unknown as TrainingConfig;
  return parsed.validationCount < parsed.imageCount ? parsed : null;
}

/** Whether steps rise and every rate is one that can be trained with. */
export function areRateChanges(value: unknown): value is TrainingConfig['rateChanges'] {
  if (!Array.isArray(value)) return false;
  return value.every((change: unknown, i) => {
    if (typeof change !== 'object' || change === null) return false;
    const { step, learningRate } = change as Record<string, unknown>;
    const earlier = i === 0 ? -1 : (value[i - 1] as { step: number }).step;
    return (
      Number.isInteger(step) &&
      (step as number) > earlier &&
      typeof learningRate === 'number' &&
      isWithinBounds('learningRate', learningRate)
    );
  });
}
