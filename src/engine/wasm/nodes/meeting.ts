import type { ComputeNode } from '../computeNode';

/**
 * How the nodes end a slice together. All call the same method at the same point of their work; what comes out has the same
 * bits however the nodes meet. Both return the time spent waiting for others (ms).
 */
export interface Meeting {
  /** Updates the weights by the sum of all gradients, in the order of the nodes, and clears these. */
  update(learningRate: number): number | Promise<number>;
  /** Between slices of one batch: leaves the sum in the first node's gradient and clears the others. */
  gather(): number | Promise<number>;
}

/** A node with nobody to meet. */
export function createSolitude(node: ComputeNode): Meeting {
  return {
    update(learningRate) {
      node.update(learningRate);
      node.refresh();
      return 0;
    },
    gather: () => 0,
  };
}
