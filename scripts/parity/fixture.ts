import { modelFromKeras } from '../../src/model/fromKeras';
import { planModel } from '../../src/model/plan';
import type { OptimizerSpec } from '../../src/engine/optimizer';
import { defaultOptimizers } from '../../src/engine/optimizer';

/** A recorded Keras training, as a folder of fixtures holds it (see its README). */
export interface FixtureFile {
  readonly case: string;
  readonly layers: readonly unknown[];
  readonly optimizer: {
    readonly name: string;
    readonly learningRate: number;
    readonly [constant: string]: unknown;
  };
  readonly batchSize: number;
  readonly steps: number;
  readonly loss: readonly number[];
  readonly correct: readonly number[];
  readonly test?: { readonly loss: number; readonly accuracy: number };
}

export function readModel(file: FixtureFile) {
  return planModel(modelFromKeras(file.case, file.layers));
}

/** The optimizer's constants over our defaults. @throws if the name or a constant is none of ours. */
export function readOptimizer({ optimizer }: FixtureFile): OptimizerSpec {
  const { name } = optimizer;
  const known = Object.values(defaultOptimizers).find((spec) => spec.name === name);
  if (!known) throw new Error(`optimizer ${name} is not one of ${Object.keys(defaultOptimizers).join(', ')}`);
  const ours: Record<string, unknown> = {};
  for (const [constant, value] of Object.entries(optimizer)) {
    if (constant === 'learningRate') continue;
    if (constant in known) ours[constant] = value;
    const isOff = value === 0 || value === false || value === null;
    if (!(constant in known) && !isOff)
      throw new Error(`${name}: ${constant} = ${String(value)} is not supported`);
  }
  return { ...known, ...ours } as OptimizerSpec;
}

/** All weights of a `.f32` file as one array for each tensor. */
export function splitWeights(all: Float32Array, shapes: readonly (readonly number[])[]): Float32Array[] {
  let start = 0;
  const tensors = shapes.map((shape) => {
    const length = shape.reduce((product, size) => product * size, 1);
    return all.slice(start, (start += length));
  });
  if (start !== all.length) throw new Error(`the model has ${start} weights, the file ${all.length}`);
  return tensors;
}
