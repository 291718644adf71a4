import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TrainingConfig } from '../training/config';
import { articleConfig, configBounds, configChoices, usualConfig } from '../training/config';
import { formatShareLink, languages, parseShareLink } from './shareLink';

const whole = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });
const real = ({ min, max }: { min: number; max: number }) => fc.double({ min, max, noNaN: true });
const anyConfig: fc.Arbitrary<TrainingConfig> = fc
  .record({
    preset: fc.constantFrom(...configChoices.preset),
    optimizer: fc.constantFrom(...configChoices.optimizer),
    engine: fc.constantFrom(...configChoices.engine),
    schedule: fc.constantFrom(...configChoices.schedule),
    learningRate: real(configBounds.learningRate),
    beta1: real(configBounds.beta1),
    beta2: real(configBounds.beta2),
    batchSize: whole(configBounds.batchSize),
    epochs: whole(configBounds.epochs),
    seed: whole(configBounds.seed),
    imageCount: whole(configBounds.imageCount),
    validationCount: whole(configBounds.validationCount),
    patience: whole(configBounds.patience),
    rateChanges: fc
      .uniqueArray(fc.record({ step: fc.nat(), learningRate: real(configBounds.learningRate) }), {
        selector: ({ step }) => step,
      })
      .map((changes) => changes.sort((a, b) => a.step - b.step)),
    nodes: fc.constantFrom(...configChoices.nodes),
  })
  // At least one image is trained with.
  .map((config) => ({
    ...config,
    validationCount: Math.min(config.validationCount, config.imageCount - 1),
  }));

describe('the share link', () => {
  test('is the one the documentation shows', () => {
    expect(formatShareLink(articleConfig, 'en')).toBe(
      '#preset=article&optimizer=adam&lr=0.001&batch=32&epochs=5&seed=1&train=60000&engine=auto&lang=en',
    );
  });

  test('brings back every set-up', () => {
    fc.assert(
      fc.property(anyConfig, fc.constantFrom(...languages), (config, language) => {
        expect(parseShareLink(formatShareLink(config, language))).toEqual({
          link: { config, language },
          notes: [],
        });
      }),
    );
  });

  test('an empty one means the article, and the browser decides the language', () => {
    expect(parseShareLink('')).toEqual({ link: { config: articleConfig, language: null }, notes: [] });
  });

  test('takes the rate usual for the optimizer when none is given', () => {
    expect(parseShareLink('#optimizer=sgd').link.config.learningRate).toBe(0.01);
  });

  test('a recipe needs no more than its name, and whatever else is named wins over it', () => {
    const recipe = usualConfig('fast99');
    const read = (hash: string) => parseShareLink(hash).link.config;
    expect(recipe).toMatchObject({ schedule: 'oneCycle', beta1: 0.7, beta2: 0.9, epochs: 1 });
    expect(read('#preset=fast99')).toEqual(recipe);
    expect(read('#epochs=3&preset=fast99&beta1=0.8&schedule=constant')).toEqual({
      ...recipe,
      epochs: 3,
      beta1: 0.8,
      schedule: 'constant',
    });
    expect(read('#preset=fast99&optimizer=sgd').learningRate).toBe(0.01);
    expect(read('#preset=fast99&optimizer=rmsprop').learningRate).toBe(0.001);
  });

  test('a recipe holds nothing out where too few images are used, and says so only where the link asked for it', () => {
    expect(parseShareLink('#preset=robust').link.config.validationCount).toBe(5000);
    const few = parseShareLink('#preset=robust&train=2000');
    expect([few.link.config.validationCount, few.notes]).toEqual([0, []]);
    const asked = parseShareLink('#preset=robust&train=2000&validation=2000');
    expect(asked.notes).toEqual([{ key: 'validation', value: '2000', used: '0' }]);
  });

  test('names the schedule and the betas only where they are not the preset’s', () => {
    const format = (config: TrainingConfig) => formatShareLink(config, 'en');
    expect(format(usualConfig('fast99'))).toContain('#preset=fast99&optimizer=adam&lr=0.01&batch=128&');
    expect(format({ ...articleConfig, schedule: 'cosine', beta2: 0.99 })).toContain(
      '&lr=0.001&schedule=cosine&beta2=0.99&batch=32&',
    );
  });

  test.each([
    ['lr=abc', 'lr', '0.001'],
    ['lr=', 'lr', '0.001'],
    ['lr=0', 'lr', '0.001'],
    ['lr=Infinity', 'lr', '0.001'],
    ['lr=0x10', 'lr', '0.001'],
    ['schedule=linear', 'schedule', 'constant'],
    ['beta1=1', 'beta1', '0.9'],
    ['beta2=-0.1', 'beta2', '0.999'],
    ['batch=1e9', 'batch', '32'],
    ['batch=1.5', 'batch', '32'],
    ['batch=-1', 'batch', '32'],
    ['epochs=0', 'epochs', '5'],
    ['seed=4294967296', 'seed', '1'],
    ['train=60001', 'train', '60000'],
    ['engine=quantum', 'engine', 'auto'],
    ['preset=__proto__', 'preset', 'article'],
    ['lang=xx', 'lang', 'en'],
    ['colour=red', 'colour', null],
  ])('%s is refused with a note', (hash, key, used) => {
    const { link, notes } = parseShareLink('#' + hash);
    expect(link.config).toEqual(articleConfig);
    expect(notes).toEqual([{ key, value: hash.slice(hash.indexOf('=') + 1), used }]);
  });

  test('survives any text, quoting little of it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) => {
        for (const { key, value } of parseShareLink('#' + text).notes) {
          expect(Math.max(key.length, value.length)).toBeLessThanOrEqual(40);
        }
      }),
    );
  });
});
