/** Four unsigned 32-bit words: everything a generator remembers. */
export type RandomState = readonly [number, number, number, number];

/** A seeded stream of random numbers whose state can be saved and restored. */
export interface Random {
  /** The next unsigned 32-bit integer. */
  uint32(): number;
  /** A float32-exact number in [0, 1), with 24 random bits. */
  uniform(): number;
  /** An integer in [0, bound), without bias. `bound` is at most 2³². */
  below(bound: number): number;
  state(): RandomState;
}

const rotateLeft = (x: number, k: number) => (x << k) | (x >>> (32 - k));

/**
 * xoshiro128** 1.1 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021),
 * its state filled from a 32-bit seed by splitmix32.
 */
export function createRandom(seed: number | RandomState): Random {
  let [a, b, c, d] = typeof seed === 'number' ? seededState(seed) : seed;

  function uint32(): number {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotateLeft(d, 11);
    return result;
  }

  return {
    uint32,
    uniform: () => (uint32() >>> 8) / 2 ** 24,
    below(bound) {
      // Rejecting the tail keeps every value equally likely.
      const limit = 2 ** 32 - (2 ** 32 % bound);
      let value = uint32();
      while (value >= limit) value = uint32();
      return value % bound;
    },
    state: () => [a >>> 0, b >>> 0, c >>> 0, d >>> 0],
  };
}

function seededState(seed: number): RandomState {
  let counter = seed >>> 0;
  const next = () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let z = counter;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  return [next(), next(), next(), next()];
}
