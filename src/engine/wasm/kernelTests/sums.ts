import { expect } from 'vitest';
import { range } from './workbench';

/** Of the sum of all magnitudes added up: float32 rounds each sum by 6e-8 of it, and the errors mostly cancel. */
const TOLERANCE = 1e-6;

/** Sums of products, with the sums of their magnitudes. */
interface Sums {
  readonly values: Float64Array;
  readonly magnitudes: Float64Array;
}

export function sumsFrom(start: Float32Array): Sums {
  return { values: Float64Array.from(start), magnitudes: Float64Array.from(start, Math.abs) };
}

export function addProduct({ values, magnitudes }: Sums, place: number, product: number): void {
  values[place] += product;
  magnitudes[place] += Math.abs(product);
}

export function expectSums(actual: Float32Array, { values, magnitudes }: Sums): void {
  const wrong = range(actual.length).filter(
    (i) => !(Math.abs(actual[i] - values[i]) <= TOLERANCE * magnitudes[i]),
  );
  expect(wrong).toEqual([]);
}
