/**
 * Sums an array over all nodes, in place and in the order of the nodes, so that every node holds the same bits. All nodes call it
 * at the same point of their work.
 */
export type Exchange = (values: Float32Array) => void | Promise<void>;

/** Of `length` values, those that node `node` adds up. All shares are equally long; the last may overlap the one before. */
export function shareOf(values: Float32Array, node: number, nodes: number): Float32Array {
  const length = Math.ceil(values.length / nodes);
  const start = Math.min(node * length, values.length - length);
  return values.subarray(start, start + length);
}

export function addTo(sum: Float32Array, values: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] += values[i];
}
