import type { ModelPlan } from './plan';

type LayerPlan = ModelPlan['layers'][number];

/**
 * Floating-point operations of training with one image: forward, the gradient of the weights, and the gradient of what goes into
 * each layer. The first layer with weights, and any before it, need no gradient of their input.
 *
 * A multiply-add counts as two, and each of the forward pass comes back once in either gradient; the gradient of a max pooling is
 * one addition for each of its outputs. As in `forwardFlops`, biases, activations and the loss are left out; so is the update,
 * which comes once a step and not once an image. This is what a run is said to have cost; `ModelPlan.trainingFlops` is the coarser
 * estimate by which engines cut slices, and as runs repeat only if that cut stays, it stays as it is.
 */
export function trainingFlops(plan: ModelPlan): number {
  const first = plan.layers.findIndex((layer) => layer.parameterCount > 0);
  return plan.layers.reduce(
    (total, layer, index) =>
      total + layer.forwardFlops + weightGradient(layer) + (index > first ? inputGradient(layer) : 0),
    0,
  );
}

function weightGradient(layer: LayerPlan): number {
  return layer.parameterCount > 0 ? layer.forwardFlops : 0;
}

function inputGradient(layer: LayerPlan): number {
  return layer.spec.type === 'maxPooling2d'
    ? layer.outputShape.reduce((total, size) => total * size, 1)
    : layer.forwardFlops;
}
