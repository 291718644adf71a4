import type { Random } from './random';

/** The integers 0 … count−1 in random order, from `offset` on (Fisher–Yates). */
export function shuffled(count: number, random: Random, offset = 0): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => offset + index);
  for (let last = count - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const value = order[last];
    order[last] = order[other];
    order[other] = value;
  }
  return order;
}
