import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { indexOfLargest } from '../../../lib/indexOfLargest';
import { greatestDifference } from '../../greatestDifference';
import { crossEntropy, crossEntropySlope, softmax } from '../../reference/crossEntropy';
import { testKernels } from '../builtKernels';
import { createWorkbench, range } from './workbench';

const CLASSES = 10;
/** Probabilities: ten powers and their sum, each rounded. */
const TOLERANCE = 4e-7;

const logits = fc.record({
  count: fc.integer({ min: 1, max: 17 }),
  /** Floats behind the logits of an image, before the next one's. */
  gap: fc.integer({ min: 0, max: 8 }),
  /** Beyond 88 the power of a logit is no float32. */
  size: fc.constantFrom(1, 10, 100, 10_000),
  seed: fc.nat(),
});

describe('loss', () => {
  testKernels('softmax makes probabilities, of logits of any size', (module) => {
    const open = createWorkbench(module);
    fc.assert(
      fc.property(logits, ({ count, gap, size, seed }) => {
        const { kernels, numbers, place } = open(seed);
        const row = CLASSES + gap;
        const z = place(numbers(count * row).values.map((value) => value * size));
        const expected = Float64Array.from(z.values);
        for (let i = 0; i < count; i++) expected.set(softmax(logitsOf(z.values, i * row)), i * row);
        kernels.softmax(z.address, 4 * row, count);
        expect(greatestDifference(z.read(), expected)).toBeLessThan(TOLERANCE);
      }),
      { numRuns: 200 },
    );
  });

  testKernels('cross-entropy: its sum, its slope and the right answers, the first of equals', (module) => {
    const open = createWorkbench(module);
    fc.assert(
      fc.property(logits, fc.boolean(), ({ count, gap, size, seed }, isCoarse) => {
        const { kernels, arena, numbers, place, below } = open(seed);
        const row = CLASSES + gap;
        // Coarse logits are often equal.
        const values = numbers(count * row).values.map((value) =>
          isCoarse ? Math.round(2 * value) : value * size,
        );
        const z = place(values);
        const dz = numbers(count * (row + 4));
        const labels = arena.allocate(20);
        arena.bytes(labels, 20).set(range(20).map(() => below(CLASSES)));
        const indices = range(count).map(() => below(20));
        const label = (i: number) => arena.bytes(labels + indices[i], 1)[0];
        const scale = 1 / (1 + below(64));
        const sums = arena.allocate(16);
        const readSums = () => new Float64Array(arena.memory.buffer, sums, 2);
        readSums().set([5, 7]);

        const slopes = Float64Array.from(dz.values);
        let [lossSum, correct] = [5, 7];
        for (let i = 0; i < count; i++) {
          const image = logitsOf(z.values, i * row);
          lossSum += crossEntropy(image, label(i));
          if (indexOfLargest(image) === label(i)) correct++;
          slopes.set(
            crossEntropySlope(image, label(i)).map((slope) => slope * scale),
            i * (row + 4),
          );
        }
        kernels.crossEntropy(
          z.address,
          4 * row,
          labels,
          arena.table(indices),
          count,
          dz.address,
          4 * (row + 4),
          scale,
          sums,
        );
        expect(greatestDifference(dz.read(), slopes)).toBeLessThan(TOLERANCE);
        // Each loss is a float32 before it is added up.
        expect(Math.abs(readSums()[0] - lossSum)).toBeLessThan(TOLERANCE * (count + lossSum));
        expect(readSums()[1]).toBe(correct);
      }),
      { numRuns: 200 },
    );
  });
});

const logitsOf = (values: Float32Array, start: number) =>
  Float64Array.from(values.subarray(start, start + CLASSES));
