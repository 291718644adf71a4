import type { ModelPlan } from '../../model/plan';
import { activation } from './activation';
import { convolution } from './convolution';
import { dense } from './dense';
import { dropout } from './dropout';
import { maxPooling } from './maxPooling';
import type { Operation, Weight } from './operation';

/** The model as operations, one after the other, from pixels to logits. Layers in Keras take their activation along; here it follows. */
export function network(plan: ModelPlan, weights: readonly Weight[]): Operation[] {
  let taken = 0;
  return plan.layers.flatMap(({ spec, inputShape, outputShape, weightShapes }, index): Operation[] => {
    const own = weights.slice(taken, (taken += weightShapes.length));
    switch (spec.type) {
      case 'conv2d':
        // The plan gives these layers a kernel and, with a bias, two weights.
        return [
          convolution(spec, inputShape, outputShape, own as [Weight, Weight?]),
          activation(spec.activation),
        ];
      case 'dense':
        return [dense(spec.units, own as [Weight, Weight?]), activation(spec.activation)];
      case 'maxPooling2d':
        return [maxPooling(spec, inputShape, outputShape)];
      case 'activation':
        return [activation(spec.activation)];
      case 'dropout':
        return [dropout(spec.rate, index)];
      case 'flatten':
        return [];
    }
  });
}
