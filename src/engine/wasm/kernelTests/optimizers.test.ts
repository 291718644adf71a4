import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { greatestDifference } from '../../greatestDifference';
import type { OptimizerSpec } from '../../optimizer';
import { adamRate, slotNames, updateWeights } from '../../optimizer';
import { testKernels } from '../builtKernels';
import type { Placed, Workbench } from './workbench';
import { createWorkbench, range } from './workbench';

/** Weights of size 1 and changes of up to 10, rounded a few times. */
const TOLERANCE = 3e-6;
const STEP = 4;
const LEARNING_RATE = 0.3;

const optimizer = fc.oneof(
  fc.record({ name: fc.constant('sgd' as const) }),
  fc.record({ name: fc.constant('momentum' as const), momentum: fc.constantFrom(0, 0.5, 0.9) }),
  fc.record({
    name: fc.constant('rmsprop' as const),
    rho: fc.constantFrom(0.5, 0.9),
    epsilon: fc.constantFrom(1e-7, 1e-2),
  }),
  fc.record({
    name: fc.constant('adam' as const),
    beta1: fc.constantFrom(0.5, 0.9),
    beta2: fc.constantFrom(0.9, 0.999),
    epsilon: fc.constantFrom(1e-7, 1e-2),
  }),
);
type Gradient = Placed & { readonly parts: number; readonly partStep: number };

function update(
  { kernels }: Workbench,
  spec: OptimizerSpec,
  weights: Placed,
  slots: readonly Placed[],
  { address, parts, partStep }: Gradient,
): void {
  const count = weights.values.length / 4;
  const [first, second] = slots.map((slot) => slot.address);
  switch (spec.name) {
    case 'gradientDescent':
    case 'sgd':
      return kernels.sgd(weights.address, address, parts, partStep, count, LEARNING_RATE);
    case 'momentum':
      return kernels.momentum(
        weights.address,
        first,
        address,
        parts,
        partStep,
        count,
        LEARNING_RATE,
        spec.momentum,
      );
    case 'rmsprop':
      return kernels.rmsprop(
        weights.address,
        first,
        address,
        parts,
        partStep,
        count,
        LEARNING_RATE,
        spec.rho,
        1 - spec.rho,
        spec.epsilon,
      );
    case 'adam':
      return kernels.adam(
        weights.address,
        first,
        second,
        address,
        parts,
        partStep,
        count,
        adamRate(LEARNING_RATE, spec.beta1, spec.beta2, STEP),
        1 - spec.beta1,
        1 - spec.beta2,
        spec.epsilon,
      );
  }
}

describe('optimizers', () => {
  testKernels('update as the reference does, from the sum of all parts of the gradient', (module) => {
    const open = createWorkbench(module);
    const cases = fc.record({
      spec: optimizer,
      vectors: fc.integer({ min: 1, max: 20 }),
      parts: fc.integer({ min: 1, max: 3 }),
      gap: fc.integer({ min: 0, max: 3 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(cases, ({ spec, vectors, parts, gap, seed }) => {
        const bench = open(seed);
        const length = 4 * vectors;
        const weights = bench.numbers(length);
        const names = slotNames[spec.name];
        const slots = names.map((name) =>
          bench.place(bench.numbers(length).values.map((v) => (name === 'meanSquare' ? Math.abs(v) : v))),
        );
        const step = length + 4 * gap;
        const gradient = { ...bench.numbers(parts * step), parts, partStep: 4 * step };
        const sum = Float32Array.from({ length }, (_, i) =>
          range(parts).reduce((total, part) => Math.fround(total + gradient.values[part * step + i]), 0),
        );
        const expected = updateWeights(spec, LEARNING_RATE, [weights.values], [sum], {
          step: STEP - 1,
          slots: Object.fromEntries(names.map((name, i) => [name, [slots[i].values]])),
        });
        update(bench, spec, weights, slots, gradient);
        expect(greatestDifference(weights.read(), expected.weights[0])).toBeLessThan(TOLERANCE);
        names.forEach((name, i) => {
          const [slot] = expected.state.slots[name];
          expect(greatestDifference(slots[i].read(), slot)).toBeLessThan(TOLERANCE);
        });
        // It is taken; what lies between the parts stays.
        const left = gradient.values.map((value, i) => (i % step < length ? 0 : value));
        expect(gradient.read()).toEqual(left);
      }),
      { numRuns: 300 },
    );
  });

  testKernels('move all parts of the gradient into the first', (module) => {
    const open = createWorkbench(module);
    const upTo = (max: number) => fc.integer({ min: 1, max });
    fc.assert(
      fc.property(upTo(20), upTo(4), fc.nat(3), fc.nat(), (vectors, parts, gap, seed) => {
        const bench = open(seed);
        const step = 4 * (vectors + gap);
        const gradient = bench.numbers(parts * step);
        const expected = gradient.values.slice();
        for (let i = 0; i < 4 * vectors; i++) {
          for (let part = 1; part < parts; part++) {
            expected[i] += gradient.values[part * step + i];
            expected[part * step + i] = 0;
          }
        }
        bench.kernels.addParts(gradient.address, parts, 4 * step, vectors);
        expect(gradient.read()).toEqual(expected);
      }),
    );
  });

  testKernels('keep no moment so small that computing with it would be slow', (module) => {
    const open = createWorkbench(module);
    fc.assert(
      fc.property(optimizer, (spec) => {
        const bench = open(1);
        const names = slotNames[spec.name];
        const slots = names.map(() => bench.place([1e-31, 1e-40, 0, 1e-20]));
        const gradient = { ...bench.place([0, 1e-45, 0, 0]), parts: 1, partStep: 0 };
        update(bench, spec, bench.place([1, 1, 1, 1]), slots, gradient);
        for (const slot of slots) {
          const [kept, ...tiny] = [...slot.read()].reverse();
          expect(tiny).toEqual([0, 0, 0]);
          // The greatest of the factors 0.5 … 0.999, or a momentum of none.
          expect(kept).toBeLessThanOrEqual(1e-20);
        }
      }),
    );
  });
});
