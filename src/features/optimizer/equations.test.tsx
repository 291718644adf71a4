import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { OptimizerName } from '../../engine/optimizer';
import { defaultOptimizers } from '../../engine/optimizer';
import type { LiveNumbers } from './Equation';
import { Equation } from './Equation';
import { equations } from './equations';

const live: LiveNumbers = {
  weight: {
    place: { tensor: 0, index: 0 },
    before: 0.05,
    after: 0.0515,
    gradient: -0.025,
    slotsBefore: { velocity: 0.002, mean: 0.004, meanSquare: 0.00002 },
    slotsAfter: { velocity: 0.0015, mean: 0.0011, meanSquare: 0.0000206 },
  },
  learningRate: 0.01,
  t: 2,
  source: 'mean over 32 images',
};

/** What a line says, read from left to right: first in symbols, then in numbers. */
function textOf(optimizer: OptimizerName): string[] {
  return equations(defaultOptimizers[optimizer]).flatMap((terms) =>
    renderToStaticMarkup(<Equation terms={terms} live={live} />)
      .split('<mtr')
      .slice(1)
      .map((row) => row.replace(/^[^>]*>/, '').replaceAll(/<[^>]*>/g, '')),
  );
}

test.each([
  ['gradientDescent', 'g=1N∑i=1N∂ℓi∂w'],
  ['sgd', 'g=1|B|∑i∈B∂ℓi∂w'],
] as const)('%s: the gradient, then a step against it', (optimizer, gradient) => {
  expect(textOf(optimizer)).toEqual([
    gradient,
    '−0.0250=mean over 32 images',
    'w←w−η·g',
    '0.051500=0.050000−0.01·(−0.0250)',
  ]);
});

test('momentum', () => {
  expect(textOf('momentum').slice(2)).toEqual([
    'v←μ·v−η·g',
    '1.50×10−3=0.9·2.00×10−3−0.01·(−0.0250)',
    'w←w+v',
    '0.051500=0.050000+1.50×10−3',
  ]);
});

test('rmsprop', () => {
  expect(textOf('rmsprop').slice(2)).toEqual([
    'v←ρ·v+(1−ρ)·g2',
    '2.06×10−5=0.9·2.00×10−5+0.1·(−0.0250)2',
    'w←w−η·gv+ε',
    '0.051500=0.050000−0.01·−0.02502.06×10−5+10−7',
  ]);
});

test('adam', () => {
  expect(textOf('adam').slice(2)).toEqual([
    'm←β1·m+(1−β1)·g',
    '1.10×10−3=0.9·4.00×10−3+0.1·(−0.0250)',
    'v←β2·v+(1−β2)·g2',
    '2.06×10−5=0.999·2.00×10−5+0.001·(−0.0250)2',
    'ηt=η·1−β2t1−β1t',
    // 0.01 · √(1 − 0.999²) / (1 − 0.9²)
    '2.35×10−3=0.01·1−0.99921−0.92',
    'w←w−ηt·mv+ε',
    '0.051500=0.050000−2.35×10−3·1.10×10−32.06×10−5+10−7',
  ]);
});

test('before there are numbers, their places are empty', () => {
  const [terms] = equations(defaultOptimizers.sgd);
  expect(renderToStaticMarkup(<Equation terms={terms} live={null} />)).toContain('></mtd>');
});
