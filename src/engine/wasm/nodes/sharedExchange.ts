import { Problem } from '../../../lib/problem';
import type { Exchange } from './exchange';
import { addTo, shareOf } from './exchange';

/** Looking again and again is faster than sleeping, for so many times: about 50 µs, in which the others are mostly done. */
const SPINS = 5_000;
/** A node that does not come within this hangs. */
const PATIENCE_MS = 5_000;
/** Two counters, on a cache line of their own. */
const BARRIER_BYTES = 64;

/** Memory for `nodes` nodes to exchange arrays of `length` floats. */
export function allocateExchange(nodes: number, length: number): SharedArrayBuffer {
  return new SharedArrayBuffer(BARRIER_BYTES + 4 * length * (nodes + 1));
}

/**
 * Sums through shared memory: everybody lays out its values, adds up its share of everybody's, and takes the whole sum.
 * @param self this node's number
 */
export function createSharedExchange(buffer: SharedArrayBuffer, self: number, nodes: number): Exchange {
  const length = (buffer.byteLength - BARRIER_BYTES) / 4 / (nodes + 1);
  const row = (index: number) => new Float32Array(buffer, BARRIER_BYTES + 4 * length * index, length);
  const laidOut = Array.from({ length: nodes }, (_, node) => row(node));
  const sum = row(nodes);
  const meet = createBarrier(new Int32Array(buffer, 0, 2), nodes);

  return (values) => {
    copy(values, laidOut[self]);
    meet();
    const share = shareOf(sum, self, nodes);
    copy(shareOf(laidOut[0], self, nodes), share);
    for (const theirs of laidOut.slice(1)) addTo(share, shareOf(theirs, self, nodes));
    meet();
    copy(sum, values);
  };
}

/** Value by value: browsers' own copy out of shared memory goes through atomic accesses and is several times slower. */
function copy(from: Float32Array, to: Float32Array): void {
  for (let i = 0; i < to.length; i++) to[i] = from[i];
}

/** Returns when all nodes have called it. `counters`: who is here, and how often all have met. */
function createBarrier(counters: Int32Array, nodes: number): () => void {
  return () => {
    const meeting = Atomics.load(counters, 1);
    if (Atomics.add(counters, 0, 1) === nodes - 1) {
      Atomics.store(counters, 0, 0);
      Atomics.add(counters, 1, 1);
      Atomics.notify(counters, 1);
      return;
    }
    for (let spin = 0; spin < SPINS; spin++) if (Atomics.load(counters, 1) !== meeting) return;
    while (Atomics.load(counters, 1) === meeting) {
      if (Atomics.wait(counters, 1, meeting, PATIENCE_MS) === 'timed-out') {
        throw new Problem('nodeLost', { node: '?', detail: `no answer for ${PATIENCE_MS / 1000} s` });
      }
    }
  };
}
