import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../lib/random';
import { planModel } from '../../model/plan';
import { exactImages, generatedModel } from '../generatedModels';
import { backpropagate } from './backpropagate';

const IMAGES = 3;
/** How far a weight is moved to see the loss change. */
const WIDTH = 1e-6;
/** What rounding makes of a slope: 1e-16 of a loss near 10 over WIDTH, and the curve's bend within it. */
const TOLERANCE = 1e-5;
const WEIGHTS_OF_A_TENSOR = 3;

test('every gradient is the slope of the loss', () => {
  fc.assert(
    fc.property(generatedModel, fc.nat(), (spec, seed) => {
      const random = createRandom(seed);
      const plan = planModel(spec);
      const images = exactImages(spec, IMAGES, random);
      const weights = plan.weightShapes.map((shape) => {
        const length = shape.reduce((product, side) => product * side, 1);
        return Float64Array.from({ length }, () => random.uniform() - 0.5);
      });
      const slice = {
        indices: Uint32Array.from({ length: IMAGES }, (_, i) => i),
        batchSize: 5,
        offset: 2,
        seed: seed,
      };
      const { lossSum, gradients } = backpropagate(plan, weights, images, slice);

      weights.forEach((tensor, t) => {
        for (let trial = 0; trial < WEIGHTS_OF_A_TENSOR; trial++) {
          const place = random.below(tensor.length);
          const slopeTo = (change: number) => {
            const moved = weights.map((values) => values.slice());
            moved[t][place] += change;
            const loss = backpropagate(plan, moved, images, slice).lossSum;
            return (loss - lossSum) / slice.batchSize / change;
          };
          // To the left and to the right it is the same, save at a bend of relu or between two greatest values.
          const slopes = [slopeTo(-WIDTH), slopeTo(WIDTH)];
          expect(gradients[t][place]).toBeGreaterThan(Math.min(...slopes) - TOLERANCE);
          expect(gradients[t][place]).toBeLessThan(Math.max(...slopes) + TOLERANCE);
        }
      });
    }),
    { numRuns: 60 },
  );
});
