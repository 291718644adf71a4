import type { Random } from '../lib/random';
import type { ModelPlan } from './plan';

/**
 * Weights as Keras starts them: kernels Glorot uniform, biases zero. One Float32Array for each tensor, in
 * Keras order.
 *
 * Glorot uniform draws from ±√(6 / (fanIn + fanOut)), where a convolution's fans count its window
 * (Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010).
 */
export function initialWeights(plan: ModelPlan, random: Random): Float32Array[] {
  return plan.weightShapes.map((shape) => {
    const length = shape.reduce((total, size) => total * size, 1);
    const weights = new Float32Array(length);
    const isBias = shape.length === 1;
    if (isBias) return weights;
    const [fanIn, fanOut] = shape.slice(-2);
    const windowSize = length / (fanIn * fanOut);
    const limit = Math.sqrt(6 / (windowSize * (fanIn + fanOut)));
    return weights.map(() => (2 * random.uniform() - 1) * limit);
  });
}
