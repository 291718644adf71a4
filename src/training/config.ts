import type { OptimizerName } from '../engine/optimizer';
import { defaultOptimizers, optimizerNames } from '../engine/optimizer';
import type { EngineChoice, NodesChoice } from '../engine/engine';
import { engineChoices, nodesChoices } from '../engine/engine';
import type { PresetName } from '../model/presets';
import { presetNames } from '../model/presets';
import type { Schedule } from './schedule';
import { scheduleNames } from './schedule';

/** What a visitor chooses before a run: plain data, and all that the share link holds of it. */
export interface TrainingConfig {
  readonly preset: PresetName;
  readonly optimizer: OptimizerName;
  /** The highest that the schedule reaches. */
  readonly learningRate: number;
  readonly schedule: Schedule;
  /** How much Adam keeps, from one step to the next, of the gradients' mean; the other optimizers ignore it. */
  readonly beta1: number;
  /** The same of the mean of their squares. */
  readonly beta2: number;
  /** Images in one step; gradient descent ignores it and takes all of them. */
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
  /** Training images used, from the first on. */
  readonly imageCount: number;
  /** How many of these, the last ones, are held out for validation; 0 turns it off. */
  readonly validationCount: number;
  /** With validation: the run ends early after so many epochs without a lower validation loss; 0 turns it off. */
  readonly patience: number;
  /** New learning rates in the middle of the run, in the order of their steps: each takes the place of `learningRate` from its step on. */
  readonly rateChanges: readonly RateChange[];
  readonly engine: EngineChoice;
  /** Threads that share the work, for engines that can. */
  readonly nodes: NodesChoice;
}

export interface RateChange {
  /** The first step with the new rate, counted from 0. */
  readonly step: number;
  readonly learningRate: number;
}

/** The article's run. */
export const articleConfig: TrainingConfig = {
  preset: 'article',
  optimizer: 'adam',
  learningRate: 0.001,
  schedule: 'constant',
  beta1: defaultOptimizers.adam.beta1,
  beta2: defaultOptimizers.adam.beta2,
  batchSize: 32,
  epochs: 5,
  seed: 1,
  imageCount: 60_000,
  validationCount: 0,
  patience: 0,
  rateChanges: [],
  engine: 'auto',
  nodes: 'auto',
};

/** Settings that belong to a preset and come with it, where it is more than a model. */
const recipes: Partial<Record<PresetName, Partial<TrainingConfig>>> = {
  /** 99 % after one epoch (bench/fast99.mjs). */
  fast99: {
    optimizer: 'adam',
    learningRate: 0.01,
    schedule: 'oneCycle',
    beta1: 0.7,
    beta2: 0.9,
    batchSize: 128,
    epochs: 1,
  },
  /** Learns to read drawings (bench/drawings.mjs). */
  robust: {
    optimizer: 'adam',
    learningRate: 0.002,
    schedule: 'cosine',
    batchSize: 128,
    epochs: 6,
    validationCount: 5000,
  },
};

/** The article's settings with another preset, and with its recipe if it has one. */
export function usualConfig(preset: PresetName): TrainingConfig {
  return { ...articleConfig, ...recipes[preset], preset };
}

/** A visitor's settings with another preset. A recipe comes whole; what is left of the former one goes. */
export function withPreset(config: TrainingConfig, preset: PresetName): TrainingConfig {
  const former = Object.entries(recipes[config.preset] ?? {}) as [keyof TrainingConfig, unknown][];
  const left = former.filter(([setting, value]) => config[setting] === value);
  const usual = Object.fromEntries(left.map(([setting]) => [setting, articleConfig[setting]]));
  const next = { ...config, ...usual };
  const learningRate = 'learningRate' in usual ? usualLearningRate[next.optimizer] : next.learningRate;
  return withFittingValidation({ ...next, learningRate, ...recipes[preset], preset });
}

/** The same settings, without images held out where too few are used for that. */
export function withFittingValidation(config: TrainingConfig): TrainingConfig {
  const { validationCount } = config;
  const fits = isWithinBounds('validationCount', validationCount, boundsOf('validationCount', config));
  return fits ? config : { ...config, validationCount: 0 };
}

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
  schedule: scheduleNames,
  engine: engineChoices,
  nodes: nodesChoices,
} as const;

/** Inclusive bounds. */
export const configBounds = {
  learningRate: { min: 1e-6, max: 100, whole: false },
  beta1: { min: 0, max: 0.9999, whole: false },
  beta2: { min: 0, max: 0.9999, whole: false },
  batchSize: { min: 1, max: 4096, whole: true },
  epochs: { min: 1, max: 1000, whole: true },
  seed: { min: 0, max: 2 ** 32 - 1, whole: true },
  imageCount: { min: 1, max: 60_000, whole: true },
  validationCount: { min: 0, max: 59_999, whole: true },
  patience: { min: 0, max: 1000, whole: true },
} as const;

export type NumericSetting = keyof typeof configBounds;

/** The bounds of a setting beside the others: of the images used, at least one is trained with. */
export function boundsOf(setting: NumericSetting, { imageCount, validationCount }: TrainingConfig) {
  const bounds = configBounds[setting];
  if (setting === 'validationCount') return { ...bounds, max: imageCount - 1 };
  return setting === 'imageCount' ? { ...bounds, min: validationCount + 1 } : bounds;
}

export function isWithinBounds(
  setting: NumericSetting,
  value: number,
  { min, max, whole }: ReturnType<typeof boundsOf> = configBounds[setting],
): boolean {
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}

/** Images that are trained with: the first ones. At least one is. */
export function trainedImages({ imageCount, validationCount }: TrainingConfig): number {
  return Math.max(1, imageCount - validationCount);
}

/** Images in one update. */
export function imagesPerStep(config: TrainingConfig): number {
  return config.optimizer === 'gradientDescent'
    ? trainedImages(config)
    : Math.min(config.batchSize, trainedImages(config));
}

/** Updates in one epoch; the last batch may be smaller. */
export function stepsPerEpoch(config: TrainingConfig): number {
  return Math.ceil(trainedImages(config) / imagesPerStep(config));
}

/** The same settings with another learning rate from a step on, whatever was planned for later. */
export function withRateChange(config: TrainingConfig, step: number, learningRate: number): TrainingConfig {
  const earlier = config.rateChanges.filter((change) => change.step < step);
  return { ...config, rateChanges: [...earlier, { step, learningRate }] };
}

/** Updates in the whole run. */
export function totalSteps(config: TrainingConfig): number {
  return config.epochs * stepsPerEpoch(config);
}
