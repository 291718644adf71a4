import type { ReactNode } from 'react';
import type { OptimizerSpec } from '../../engine/optimizer';
import { adamRate } from '../../engine/optimizer';
import type { LiveNumbers, Term } from './Equation';
import { WrittenMath } from './WrittenMath';
import {
  adamCorrections,
  adamStep,
  meanSlopeOfAll,
  meanSlopeOfBatch,
  oneMinus,
  parenthesized,
  rmspropStep,
  squared,
  symbols,
} from './symbols';
import { writeConstant, writeNumber, writeWeight } from './writtenNumber';

/** The lines of an optimizer's update in the order they are computed: the rules of `engine/optimizer.ts`. */
export function equations(spec: OptimizerSpec): readonly (readonly Term[])[] {
  switch (spec.name) {
    case 'gradientDescent':
      return [gradientLine(meanSlopeOfAll), gradientStep];
    case 'sgd':
      return [gradientLine(meanSlopeOfBatch), gradientStep];
    case 'momentum':
      return [gradientLine(meanSlopeOfBatch), ...momentumLines(spec.momentum)];
    case 'rmsprop':
      return [gradientLine(meanSlopeOfBatch), ...rmspropLines(spec)];
    case 'adam':
      return [gradientLine(meanSlopeOfBatch), ...adamLines(spec)];
  }
}

const plain = (value: number) => <WrittenMath number={writeNumber(value)} />;
const constant = (value: number) => <WrittenMath number={writeConstant(value)} />;

const operator = (sign: string, below = sign): Term => ({
  symbol: <mo>{sign}</mo>,
  number: () => <mo>{below}</mo>,
  width: 'operator',
});
const becomes = operator('←', '=');
const equals = operator('=');
const times = operator('·');
const plus = operator('+');
const minus = operator('−');

const fixed = (symbol: ReactNode, value: number, width: Term['width'] = 'constant'): Term => ({
  symbol,
  number: () => constant(value),
  width,
});
/** What a line begins with needs no parentheses. */
const result = (symbol: ReactNode, value: (live: LiveNumbers) => number): Term => ({
  symbol,
  number: (live) => plain(value(live)),
  width: 'result',
});
const number = (symbol: ReactNode, value: (live: LiveNumbers) => number): Term => ({
  symbol,
  number: (live) => <WrittenMath number={writeNumber(value(live))} inside />,
  width: 'number',
});
const weight = (when: 'before' | 'after'): Term => ({
  symbol: symbols.weight,
  number: (live) => <WrittenMath number={writeWeight(live.weight[when])} />,
  width: 'weight',
});
const oldSlot = (symbol: ReactNode, name: string) => number(symbol, (live) => live.weight.slotsBefore[name]);
const newSlot = (symbol: ReactNode, name: string) => result(symbol, (live) => live.weight.slotsAfter[name]);

const gradient = number(symbols.gradient, (live) => live.weight.gradient);
const gradientSquared: Term = {
  symbol: squared(symbols.gradient),
  number: (live) => squared(parenthesized(plain(live.weight.gradient))),
  width: 'number',
};
const rate: Term = {
  symbol: symbols.rate,
  number: (live) => constant(live.learningRate),
  width: 'rate',
};

function gradientLine(meanSlope: ReactNode): Term[] {
  const source: Term = {
    symbol: meanSlope,
    number: (live) => <mtext>{live.source}</mtext>,
    width: 'words',
  };
  return [result(symbols.gradient, (live) => live.weight.gradient), equals, source];
}

const gradientStep = [weight('after'), becomes, weight('before'), minus, rate, times, gradient];

function momentumLines(momentum: number): Term[][] {
  const added = number(symbols.velocity, (live) => live.weight.slotsAfter.velocity);
  const kept = [fixed(symbols.momentum, momentum), times, oldSlot(symbols.velocity, 'velocity')];
  return [
    [newSlot(symbols.velocity, 'velocity'), becomes, ...kept, minus, rate, times, gradient],
    [weight('after'), becomes, weight('before'), plus, added],
  ];
}

function rmspropLines({ rho, epsilon }: Extract<OptimizerSpec, { name: 'rmsprop' }>): Term[][] {
  const step: Term = {
    symbol: rmspropStep(symbols.gradient, symbols.meanSquare, symbols.epsilon),
    number: ({ weight: { gradient: slope, slotsAfter } }) =>
      rmspropStep(plain(slope), plain(slotsAfter.meanSquare), constant(epsilon)),
    width: 'fraction',
  };
  return [
    movingMean('meanSquare', fixed(symbols.rho, rho), 1 - rho, gradientSquared),
    [weight('after'), becomes, weight('before'), minus, rate, times, step],
  ];
}

function adamLines({ beta1, beta2, epsilon }: Extract<OptimizerSpec, { name: 'adam' }>): Term[][] {
  const corrections: Term = {
    symbol: adamCorrections(symbols.beta1, symbols.beta2, symbols.update),
    number: ({ t }) => adamCorrections(constant(beta1), constant(beta2), <mn>{t}</mn>),
    width: 'fraction',
  };
  const correctedRate = result(symbols.correctedRate, ({ learningRate, t }) =>
    adamRate(learningRate, beta1, beta2, t),
  );
  const step: Term = {
    symbol: adamStep(symbols.mean, symbols.meanSquare, symbols.epsilon),
    number: ({ weight: { slotsAfter } }) =>
      adamStep(plain(slotsAfter.mean), plain(slotsAfter.meanSquare), constant(epsilon)),
    width: 'fraction',
  };
  return [
    movingMean('mean', fixed(symbols.beta1, beta1), 1 - beta1, gradient),
    movingMean('meanSquare', fixed(symbols.beta2, beta2), 1 - beta2, gradientSquared),
    [correctedRate, equals, rate, times, corrections],
    [weight('after'), becomes, weight('before'), minus, correctedRate, times, step],
  ];
}

/** new ← keep · old + (1 − keep) · added */
function movingMean(name: 'mean' | 'meanSquare', keep: Term, rest: number, added: Term): Term[] {
  const kept = [keep, times, oldSlot(symbols[name], name)];
  const share = fixed(parenthesized(oneMinus(keep.symbol)), rest, 'share');
  return [newSlot(symbols[name], name), becomes, ...kept, plus, share, times, added];
}
