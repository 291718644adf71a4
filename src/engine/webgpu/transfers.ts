import type { ModelPlan } from '../../model/plan';
import type { SliceResult } from '../engine';
import type { Slice } from './slice';

/** Losses and right answers of a slice, image by image, added up with more digits than the device has. */
export function sumResults(
  results: Float32Array,
  { resultStart, count }: Pick<Slice, 'resultStart' | 'count'>,
): SliceResult {
  let lossSum = 0;
  let correct = 0;
  for (let image = resultStart; image < resultStart + count; image++) {
    lossSum += results[2 * image];
    correct += results[2 * image + 1];
  }
  return { lossSum, correct };
}

/** Writes bytes where a word begins; what is missing to a whole word becomes 0. */
export function writeBytes(queue: GPUQueue, to: GPUBuffer, offset: number, bytes: Uint8Array): void {
  const words = new Uint8Array(4 * Math.ceil(bytes.length / 4));
  words.set(bytes);
  queue.writeBuffer(to, offset, words);
}

/** Writes bytes `start` … `end` − 1 of `all` to the same place of a buffer, and with them the word they begin in. */
export function writeRange(
  queue: GPUQueue,
  to: GPUBuffer,
  all: Uint8Array,
  start: number,
  end: number,
): void {
  const word = start - (start % 4);
  writeBytes(queue, to, word, all.subarray(word, end));
}

/** Writes tensors one behind the other. */
export function writeTensors(queue: GPUQueue, to: GPUBuffer, tensors: readonly Float32Array[]): void {
  let offset = 0;
  for (const tensor of tensors) {
    // Never shared memory: states are plain arrays.
    queue.writeBuffer(to, offset, tensor as Float32Array<ArrayBuffer>);
    offset += tensor.byteLength;
  }
}

/** The tensors of a model, which lie one behind the other. */
export function splitTensors({ weightShapes }: ModelPlan, bytes: ArrayBuffer): Float32Array[] {
  const values = new Float32Array(bytes);
  let start = 0;
  return weightShapes.map((shape) => {
    const size = shape.reduce((product, side) => product * side, 1);
    start += size;
    return values.slice(start - size, start);
  });
}
