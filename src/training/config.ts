import type { OptimizerName } from '../engine/optimizer';
import { optimizerNames } from '../engine/optimizer';
import type { EngineChoice } from '../engine/engine';
import { engineChoices } from '../engine/engine';
import type { PresetName } from '../model/presets';
import { presetNames } from '../model/presets';

/** What a visitor chooses before a run: plain data, and all that the share link holds of it. */
export interface TrainingConfig {
  readonly preset: PresetName;
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  /** Images in one step; gradient descent ignores it and takes all of them. */
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
  /** Training images used, from the first on. */
  readonly imageCount: number;
  readonly engine: EngineChoice;
}

/** The article's run. */
export const articleConfig: TrainingConfig = {
  preset: 'article',
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs: 5,
  seed: 1,
  imageCount: 60_000,
  engine: 'auto',
};

/** A learning rate to begin with, by optimizer: Keras' defaults, larger for one update an epoch. */
export const usualLearningRate: Readonly<Record<OptimizerName, number>> = {
  gradientDescent: 0.1,
  sgd: 0.01,
  momentum: 0.01,
  rmsprop: 0.001,
  adam: 0.001,
};

/** The settings that are one of a few names. */
export const configChoices = {
  preset: presetNames,
  optimizer: optimizerNames,
  engine: engineChoices,
} as const;

/** Inclusive bounds; all but the learning rate are whole numbers. */
export const configBounds = {
  learningRate: { min: 1e-6, max: 100, whole: false },
  batchSize: { min: 1, max: 4096, whole: true },
  epochs: { min: 1, max: 1000, whole: true },
  seed: { min: 0, max: 2 ** 32 - 1, whole: true },
  imageCount: { min: 1, max: 60_000, whole: true },
} as const;

export type NumericSetting = keyof typeof configBounds;

export function isWithinBounds(setting: NumericSetting, value: number): boolean {
  const { min, max, whole } = configBounds[setting];
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}

/** Images in one update. */
export function imagesPerStep(config: TrainingConfig): number {
  return config.optimizer === 'gradientDescent'
    ? config.imageCount
    : Math.min(config.batchSize, config.imageCount);
}

/** Updates in one epoch; the last batch may be smaller. */
export function stepsPerEpoch(config: TrainingConfig): number {
  return Math.ceil(config.imageCount / imagesPerStep(config));
}
