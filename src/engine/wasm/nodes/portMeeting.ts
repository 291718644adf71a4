import type { ComputeNode } from '../computeNode';
import type { Meeting } from './meeting';

/** Nodes with a memory of their own: all of them get the sum of the gradients and make the whole update. */
export function createPortMeeting(
  node: ComputeNode,
  self: number,
  ports: readonly (MessagePort | null)[],
): Meeting {
  const addUp = createExchange(self, ports);

  async function exchange(): Promise<number> {
    const from = performance.now();
    await addUp(node.gradient());
    return performance.now() - from;
  }

  return {
    async update(learningRate) {
      const waitMs = await exchange();
      node.update(learningRate);
      node.refresh();
      return waitMs;
    },
    async gather() {
      const waitMs = await exchange();
      if (self !== 0) node.clearGradient();
      return waitMs;
    },
  };
}

/**
 * Sums an array over all nodes, in place and in the order of the nodes, by transferred buffers: every node adds up one share of
 * the array and hands the sum to the others (reduce-scatter, then all-gather), so that nobody sends more than twice the
 * array, however many nodes.
 *
 * @param self this node's number
 * @param ports one for each node; null for itself
 */
function createExchange(
  self: number,
  ports: readonly (MessagePort | null)[],
): (values: Float32Array) => Promise<void> {
  const inboxes = ports.map((port) => port && openInbox(port));
  /** Buffers that came from a node go back to it with the next message. */
  const spare: (ArrayBuffer | null)[] = ports.map(() => null);

  function send(to: number, values: Float32Array): void {
    const buffer = spare[to] ?? new ArrayBuffer(values.byteLength);
    spare[to] = null;
    const copy = new Float32Array(buffer);
    copy.set(values);
    ports[to]!.postMessage(buffer, [buffer]);
  }

  async function receive(from: number, use: (values: Float32Array) => void): Promise<void> {
    const buffer = await inboxes[from]!();
    use(new Float32Array(buffer));
    spare[from] = buffer;
  }

  return async (values) => {
    const share = (node: number) => shareOf(values, node, ports.length);
    const others = ports.flatMap((port, node) => (port ? [node] : []));

    for (const node of others) send(node, share(node));
    const mine = share(self);
    const sum = new Float32Array(mine.length);
    for (let node = 0; node < ports.length; node++) {
      if (node === self) addTo(sum, mine);
      else await receive(node, (theirs) => addTo(sum, theirs));
    }
    for (const node of others) send(node, sum);
    mine.set(sum);
    for (const node of others) await receive(node, (theirs) => share(node).set(theirs));
  };
}

/** Of `values`, those that node `node` adds up. All shares are equally long; the last may overlap the one before. */
function shareOf(values: Float32Array, node: number, nodes: number): Float32Array {
  const length = Math.ceil(values.length / nodes);
  const start = Math.min(node * length, values.length - length);
  return values.subarray(start, start + length);
}

function addTo(sum: Float32Array, values: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] += values[i];
}

/** The messages of a port, one after the other. */
function openInbox(port: MessagePort): () => Promise<ArrayBuffer> {
  const arrived: ArrayBuffer[] = [];
  let waiting: ((buffer: ArrayBuffer) => void) | null = null;
  port.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    if (waiting) {
      waiting(data);
      waiting = null;
    } else {
      arrived.push(data);
    }
  };
  return () =>
    new Promise((resolve) => {
      const first = arrived.shift();
      if (first) resolve(first);
      else waiting = resolve;
    });
}
