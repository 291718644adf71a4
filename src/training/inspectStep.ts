import type { EngineState } from '../engine/engine';
import type { OptimizerSpec } from '../engine/optimizer';
import type { ModelPlan } from '../model/plan';
import type { LayerSpec } from '../model/spec';
import { norm } from '../lib/norm';

/** One weight: its tensor in Keras order, and its place in the tensor as Keras lays it out. */
export interface WeightPlace {
  readonly tensor: number;
  readonly index: number;
}

/** Euclidean norms over all of a layer's weights, kernel and bias together. */
interface LayerInspection {
  /** The layer's place in the model, counted from 0 over all layers. */
  readonly layer: number;
  readonly type: LayerSpec['type'];
  readonly gradientNorm: number;
  /** Of the weights before the step. */
  readonly weightNorm: number;
  /** Of what the step added to them. */
  readonly updateNorm: number;
}

export interface WeightInspection {
  readonly place: WeightPlace;
  readonly before: number;
  readonly after: number;
  /** The slope of the batch's mean loss (nats) along this weight. */
  readonly gradient: number;
  /** What the optimizer remembers for this weight, by slot name. */
  readonly slotsBefore: Readonly<Record<string, number>>;
  readonly slotsAfter: Readonly<Record<string, number>>;
}

/** What one step did. */
export interface StepInspection {
  /** The step, counted from 0. */
  readonly step: number;
  readonly learningRate: number;
  /** The layers that have weights, in their order. */
  readonly layers: readonly LayerInspection[];
  readonly weight: WeightInspection;
}

/**
 * What one step did, from the states before and after it. Engines keep gradients to themselves, because reading them would slow
 * every step; but each update rule can be solved for its gradient.
 *
 * States are float32, so a gradient comes back with an error of about 10⁻⁷ of the numbers it is a difference of, divided by what
 * the rule multiplied it with; `inspectStep.test.ts` says how large that is.
 *
 * @param learningRate that of the step
 * @param picked the weight to look at; one that the model does not have gives way to the nearest
 */
export function inspectStep(
  plan: ModelPlan,
  optimizer: OptimizerSpec,
  learningRate: number,
  before: EngineState,
  after: EngineState,
  picked: WeightPlace,
): StepInspection {
  const gradients = before.weights.map((values, tensor) => {
    const pairs = slotPairs(before, after, tensor);
    return values.map((value, index) => {
      return gradientOf(optimizer, learningRate, value - after.weights[tensor][index], pairs, index);
    });
  });
  const updates = before.weights.map((values, tensor) =>
    values.map((value, index) => after.weights[tensor][index] - value),
  );

  let taken = 0;
  const layers = plan.layers.flatMap(({ spec, weightShapes }, layer): LayerInspection[] => {
    const own = [taken, (taken += weightShapes.length)] as const;
    if (weightShapes.length === 0) return [];
    return [
      {
        layer,
        type: spec.type,
        gradientNorm: norm(gradients.slice(...own)),
        weightNorm: norm(before.weights.slice(...own)),
        updateNorm: norm(updates.slice(...own)),
      },
    ];
  });

  const place = nearestPlace(plan, picked);
  const { tensor, index } = place;
  return {
    step: before.optimizer.step,
    learningRate,
    layers,
    weight: {
      place,
      before: before.weights[tensor][index],
      after: after.weights[tensor][index],
      gradient: gradients[tensor][index],
      slotsBefore: slotsOf(before, place),
      slotsAfter: slotsOf(after, place),
    },
  };
}

/** An optimizer's slots of one tensor: what they were and what they became. */
type SlotPairs = Readonly<Record<string, readonly [before: Float32Array, after: Float32Array]>>;

function slotPairs(before: EngineState, after: EngineState, tensor: number): SlotPairs {
  const pairs = Object.entries(before.optimizer.slots).map(
    ([name, tensors]) => [name, [tensors[tensor], after.optimizer.slots[name][tensor]]] as const,
  );
  return Object.fromEntries(pairs);
}

/** The rules of `engine/optimizer.ts`, solved for g. @param fall w − w′ */
function gradientOf(
  optimizer: OptimizerSpec,
  learningRate: number,
  fall: number,
  slots: SlotPairs,
  index: number,
): number {
  switch (optimizer.name) {
    case 'gradientDescent':
    case 'sgd':
      return fall / learningRate;
    case 'momentum': {
      const [before, after] = slots.velocity;
      return (optimizer.momentum * before[index] - after[index]) / learningRate;
    }
    case 'rmsprop': {
      const [before, after] = slots.meanSquare;
      const square = (after[index] - optimizer.rho * before[index]) / (1 - optimizer.rho);
      // Rounding leaves something of a gradient of 0, but does not move the weight: then the sign is 0, which is right.
      return Math.sign(fall) * Math.sqrt(Math.max(0, square));
    }
    case 'adam': {
      const [before, after] = slots.mean;
      return before[index] + (after[index] - before[index]) / (1 - optimizer.beta1);
    }
  }
}

/** The place itself where the model has it, else the nearest. */
export function nearestPlace({ weightShapes }: ModelPlan, { tensor, index }: WeightPlace): WeightPlace {
  const nearest = clamp(tensor, weightShapes.length);
  const size = weightShapes[nearest].reduce((product, side) => product * side, 1);
  return { tensor: nearest, index: clamp(index, size) };
}

const clamp = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);

function slotsOf({ optimizer }: EngineState, { tensor, index }: WeightPlace): Record<string, number> {
  return Object.fromEntries(
    Object.entries(optimizer.slots).map(([name, tensors]) => [name, tensors[tensor][index]]),
  );
}
