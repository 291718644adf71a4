import { Problem } from '../../../lib/problem';
import type { ComputeNode } from '../computeNode';
import type { NodePlace } from '../layOutNode';
import type { Meeting } from './meeting';

/** Looking again and again is faster than sleeping, for so many times: about 50 µs, in which the others are mostly done. */
const SPINS = 5_000;
/** A node that does not come within this hangs. */
const PATIENCE_MS = 5_000;

/** Nodes that share a memory: each sees to its share of the weights, while all wait for all before and after. */
export function createSharedMeeting(node: ComputeNode, { memory, nodes }: NodePlace): Meeting {
  const meet = createBarrier(new Int32Array(memory.buffer, node.common.barrier, 2), nodes);
  return {
    update(learningRate) {
      const waitMs = meet();
      node.update(learningRate);
      const moreMs = meet();
      node.refresh();
      return waitMs + moreMs;
    },
    gather() {
      const waitMs = meet();
      node.gatherGradients();
      return waitMs + meet();
    },
  };
}

/** Returns when all nodes have called it, with the time that took (ms). `counters`: who is here, and how often all have met. */
function createBarrier(counters: Int32Array, nodes: number): () => number {
  function wait(): void {
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
  }
  return () => {
    const from = performance.now();
    wait();
    return performance.now() - from;
  };
}
