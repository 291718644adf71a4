import { parseNumber } from '../lib/parseNumber';
import type { NumericSetting, TrainingConfig } from '../training/config';
import { areRateChanges } from '../training/parseConfig';
import {
  articleConfig,
  configChoices,
  isWithinBounds,
  usualConfig,
  withFittingValidation,
  usualLearningRate,
} from '../training/config';

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** What a share link holds: the set-up of a run, and the language if it names one. */
export interface ShareLink {
  readonly config: TrainingConfig;
  readonly language: Language | null;
}

/** A part of the link that could not be used, and what stands in its place. */
export interface LinkNote {
  readonly key: string;
  readonly value: string;
  /** The default that was taken; null where the key itself is unknown. */
  readonly used: string | null;
}

/** Links are written by anyone; what is longer than this is not worth quoting back. */
const MAX_QUOTED_CHARACTERS = 40;

const numbers = {
  lr: 'learningRate',
  beta1: 'beta1',
  beta2: 'beta2',
  batch: 'batchSize',
  epochs: 'epochs',
  seed: 'seed',
  train: 'imageCount',
  validation: 'validationCount',
  patience: 'patience',
} as const satisfies Record<string, NumericSetting>;

/** Few change these: a link names one only where it is not the preset's. */
const rareSettings = {
  schedule: 'schedule',
  beta1: 'beta1',
  beta2: 'beta2',
  validation: 'validationCount',
  patience: 'patience',
  nodes: 'nodes',
} as const satisfies Record<string, keyof TrainingConfig>;

/** `#preset=article&optimizer=adam&…` for a set-up. */
export function formatShareLink(config: TrainingConfig, language: Language): string {
  const usual = usualConfig(config.preset);
  const omitted = Object.entries(rareSettings)
    .filter(([, setting]) => config[setting] === usual[setting])
    .map(([key]) => key);
  if (config.rateChanges.length === 0) omitted.push('rates');
  const fields = {
    preset: config.preset,
    optimizer: config.optimizer,
    lr: config.learningRate,
    schedule: config.schedule,
    beta1: config.beta1,
    beta2: config.beta2,
    batch: config.batchSize,
    epochs: config.epochs,
    seed: config.seed,
    train: config.imageCount,
    validation: config.validationCount,
    patience: config.patience,
    rates: config.rateChanges.map(({ step, learningRate }) => `${step}:${learningRate}`).join(','),
    engine: config.engine,
    nodes: config.nodes,
    lang: language,
  };
  const named = Object.entries(fields).filter(([key]) => !omitted.includes(key));
  return '#' + named.map(([key, value]) => `${key}=${String(value)}`).join('&');
}

/**
 * Reads a link strictly: a field that is missing takes its preset's default silently, one that is wrong takes it with a
 * note. With another optimizer than the preset's, the default learning rate is the one usual for that.
 */
export function parseShareLink(hash: string): { link: ShareLink; notes: LinkNote[] } {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const notes: LinkNote[] = [];
  const reject = (key: string, value: string, used: string | number | null) =>
    notes.push({
      key: key.slice(0, MAX_QUOTED_CHARACTERS),
      value: value.slice(0, MAX_QUOTED_CHARACTERS),
      used: used === null ? null : String(used),
    });

  /** A field that is one of a few names. */
  function choice<Name extends string | number>(key: string, names: readonly Name[], usual: Name): Name {
    const value = fields.get(key);
    const chosen = names.find((name) => String(name) === value);
    if (value !== null && chosen === undefined) reject(key, value, usual);
    return chosen ?? usual;
  }

  const usual = usualConfig(choice('preset', configChoices.preset, articleConfig.preset));
  const optimizer = choice('optimizer', configChoices.optimizer, usual.optimizer);
  let config: TrainingConfig = {
    ...usual,
    optimizer,
    learningRate: optimizer === usual.optimizer ? usual.learningRate : usualLearningRate[optimizer],
    schedule: choice('schedule', configChoices.schedule, usual.schedule),
    engine: choice('engine', configChoices.engine, usual.engine),
    nodes: choice('nodes', configChoices.nodes, usual.nodes),
  };

  for (const [key, setting] of Object.entries(numbers)) {
    const value = fields.get(key);
    if (value === null) continue;
    const number = parseNumber(value);
    if (isWithinBounds(setting, number)) config = { ...config, [setting]: number };
    else reject(key, value, config[setting]);
  }

  const fitting = withFittingValidation(config);
  if (fitting !== config) {
    if (fields.has('validation')) reject('validation', String(config.validationCount), 0);
    config = fitting;
  }

  const rates = fields.get('rates');
  if (rates !== null) {
    const rateChanges = parseRates(rates);
    if (rateChanges) config = { ...config, rateChanges };
    else reject('rates', rates, '–');
  }

  let language: Language | null = null;
  const wanted = fields.get('lang');
  if (wanted !== null) {
    language = languages.find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? null;
    if (language === null && wanted.toLowerCase() === 'zh') language = 'zh-CN';
    if (language === null) reject('lang', wanted, languages[0]);
  }

  const known = new Set([...Object.keys(configChoices), ...Object.keys(numbers), 'rates', 'lang']);
  for (const [key, value] of fields) if (!known.has(key)) reject(key, value, null);

  return { link: { config, language }, notes };
}

/** `500:0.01,900:0.001`: a learning rate from step 500 (counted from 0) on, another from step 900 on. */
function parseRates(text: string): TrainingConfig['rateChanges'] | null {
  const rateChanges = text.split(',').map((part) => {
    const [step, learningRate] = part.split(':').map(parseNumber);
    return { step, learningRate };
  });
  return areRateChanges(rateChanges) ? rateChanges : null;
}
