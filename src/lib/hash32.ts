/**
 * A 32-bit integer scrambled so that neighbouring inputs give unrelated outputs: Wellons' `lowbias32`
 * ("Prospecting for hash functions", 2018). The same few instructions exist in every shading language,
 * so each engine can draw identical dropout masks.
 */
export function hash32(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}
