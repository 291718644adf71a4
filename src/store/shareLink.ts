import { parseNumber } from '../lib/parseNumber';
import type { NumericSetting, TrainingConfig } from '../training/config';
import { articleConfig, configChoices, isWithinBounds, usualLearningRate } from '../training/config';

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
  batch: 'batchSize',
  epochs: 'epochs',
  seed: 'seed',
  train: 'imageCount',
} as const satisfies Record<string, NumericSetting>;

/** `#preset=article&optimizer=adam&…` for a set-up. */
export function formatShareLink(config: TrainingConfig, language: Language): string {
  const fields: [string, string | number][] = [
    ['preset', config.preset],
    ['optimizer', config.optimizer],
    ['lr', config.learningRate],
    ['batch', config.batchSize],
    ['epochs', config.epochs],
    ['seed', config.seed],
    ['train', config.imageCount],
    ['engine', config.engine],
    ['lang', language],
  ];
  return '#' + fields.map(([key, value]) => `${key}=${String(value)}`).join('&');
}

/**
 * Reads a link strictly: a field that is missing takes its default silently, one that is wrong takes it with a
 * note. The default learning rate is the one usual for the optimizer.
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

  let config: TrainingConfig = articleConfig;
  let language: Language | null = null;

  for (const key of ['preset', 'optimizer', 'engine'] as const) {
    const value = fields.get(key);
    if (value === null) continue;
    if ((configChoices[key] as readonly string[]).includes(value)) config = { ...config, [key]: value };
    else reject(key, value, config[key]);
  }
  config = { ...config, learningRate: usualLearningRate[config.optimizer] };

  for (const [key, setting] of Object.entries(numbers)) {
    const value = fields.get(key);
    if (value === null) continue;
    const number = parseNumber(value);
    if (isWithinBounds(setting, number)) config = { ...config, [setting]: number };
    else reject(key, value, config[setting]);
  }

  const wanted = fields.get('lang');
  if (wanted !== null) {
    language = languages.find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? null;
    if (language === null && wanted.toLowerCase() === 'zh') language = 'zh-CN';
    if (language === null) reject('lang', wanted, languages[0]);
  }

  const known = new Set([...Object.keys(configChoices), ...Object.keys(numbers), 'lang']);
  for (const [key, value] of fields) if (!known.has(key)) reject(key, value, null);

  return { link: { config, language }, notes };
}
