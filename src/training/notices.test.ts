import { describe, expect, test } from 'vitest';
import { createRandom } from '../lib/random';
import type { Validation } from './checkpoint';
import type { NoticeFacts } from './notices';
import { notices } from './notices';

const quiet: NoticeFacts = {
  losses: new Float32Array(),
  validations: [],
  stepsPerEpoch: 100,
  deadUnits: [],
};
const codes = (facts: Partial<NoticeFacts>) => notices({ ...quiet, ...facts }).map(({ code }) => code);

/** Losses that are `levels[i]` for `steps` steps each. */
const stairs = (steps: number, ...levels: number[]) =>
  Float32Array.from({ length: steps * levels.length }, (_, step) => levels[Math.floor(step / steps)]);

/** Losses that scatter by about a part of themselves, as those of batches do. */
function noisy(length: number, scatter: number, level: (step: number) => number): Float32Array {
  const random = createRandom(7);
  return Float32Array.from({ length }, (_, step) => level(step) * (1 + scatter * (2 * random.uniform() - 1)));
}

test('a run that learns gives no cause', () => {
  const learning = noisy(2000, 0.8, (step) => 0.1 + 2.2 * Math.exp(-step / 100));
  for (const length of [0, 1, 49, 50, 200, 500, 1000, 2000]) {
    expect(codes({ losses: learning.subarray(0, length) })).toEqual([]);
  }
});

describe('diverging', () => {
  test('surer and wronger than guessing, as soon as that is not one bad batch', () => {
    expect(codes({ losses: stairs(49, 5) })).toEqual([]);
    expect(notices({ ...quiet, losses: stairs(50, 5) })).toEqual([{ code: 'diverging', loss: 5, lowest: 5 }]);
    expect(codes({ losses: stairs(50, 4.6) })).toEqual([]);
  });

  test('losses that are no longer numbers', () => {
    expect(codes({ losses: stairs(50, 1, NaN) })).toEqual(['diverging']);
    expect(codes({ losses: stairs(50, 1, Infinity) })).toEqual(['diverging']);
  });

  test('half as much again as at best, and that best is some time ago', () => {
    const rising = stairs(50, 0.5, 0.4, 0.7, 0.7, 0.7);
    expect(codes({ losses: rising.subarray(0, 200) })).toEqual([]);
    expect(codes({ losses: rising.subarray(0, 201) })).toEqual(['diverging']);
    expect(codes({ losses: stairs(100, 0.4, 0.59, 0.59) })).toEqual([]);
  });

  test('is not what small batches scatter by', () => {
    const random = createRandom(11);
    // Single images: most are easy, a few are not.
    const single = Float32Array.from({ length: 5000 }, () => 0.3 * Math.log(1 / (1 - random.uniform())) ** 2);
    for (let length = 50; length <= single.length; length += 50) {
      expect(codes({ losses: single.subarray(0, length) })).toEqual([]);
    }
  });
});

describe('dead relus', () => {
  test('from two fifths of a layer on, layer by layer', () => {
    const deadUnits = [
      { layer: 0, dead: 39, units: 100 },
      { layer: 2, dead: 4, units: 10 },
      { layer: 5, dead: 7, units: 7 },
    ];
    expect(notices({ ...quiet, deadUnits })).toEqual([
      { code: 'deadRelus', layer: 2, dead: 4, units: 10 },
      { code: 'deadRelus', layer: 5, dead: 7, units: 7 },
    ]);
  });
});

describe('overfitting', () => {
  const validationsOf = (...losses: number[]): Validation[] =>
    losses.map((loss, epoch) => ({ step: 100 * (epoch + 1), loss, accuracy: 0.9 }));
  const falling = stairs(100, 0.8, 0.6, 0.4, 0.3);

  test('two rises in a row, while the training loss fell', () => {
    expect(notices({ ...quiet, losses: falling, validations: validationsOf(0.9, 0.5, 0.55, 0.6) })).toEqual([
      { code: 'overfitting', before: 0.5, now: 0.6 },
    ]);
  });

  test.each([
    ['one rise', falling, [0.5, 0.4, 0.5]],
    ['a rise, a fall, a rise', falling, [0.5, 0.6, 0.55, 0.6]],
    ['the same again', falling, [0.5, 0.5, 0.6]],
    ['too few', falling, [0.5, 0.6]],
    ['a training loss that rose as well', stairs(100, 0.5, 0.55, 0.6), [0.5, 0.55, 0.6]],
  ])('is not: %s', (_, losses, validations) => {
    expect(codes({ losses, validations: validationsOf(...validations) })).toEqual([]);
  });
});

describe('learning rate too small', () => {
  const flat = noisy(400, 0.05, (step) => 2.3 - step * 1e-5);

  test('after some steps hardly anything has changed', () => {
    expect(codes({ losses: flat.subarray(0, 199) })).toEqual([]);
    expect(codes({ losses: flat })).toEqual(['rateTooSmall']);
  });

  test('is not: a fall that can be seen, or a loss that is low', () => {
    expect(codes({ losses: noisy(400, 0.05, (step) => 2.3 - step * 2e-3) })).toEqual([]);
    expect(codes({ losses: stairs(400, 0.9) })).toEqual([]);
  });

  test('is not said where a fall cannot be told from scatter', () => {
    const scattered = noisy(5000, 1, () => 1.5);
    const lengths = Array.from({ length: 480 }, (_, i) => 200 + 10 * i);
    const said = lengths.filter((length) => codes({ losses: scattered.subarray(0, length) }).length > 0);
    expect(said.length / lengths.length).toBeLessThan(0.05);
  });

  test('is not said of a loss that has risen, or of dead relus', () => {
    expect(codes({ losses: stairs(200, 1, 2.3) })).toEqual(['diverging']);
    expect(codes({ losses: flat, deadUnits: [{ layer: 0, dead: 32, units: 32 }] })).toEqual(['deadRelus']);
  });
});
