import type { ModelPlan } from '../../model/plan';
import type { OptimizerSpec } from '../optimizer';
import { slotNames } from '../optimizer';
import type { GradientParts } from './applyUpdate';
import type { Arena } from './arena';
import { createArena } from './arena';
import type { CompiledModel } from './compileModel';
import { compileModel } from './compileModel';
import type { Kernels } from './kernels';
import type { Parameters } from './layer';

/** Where a node works: nodes that share a memory lie in it one behind the other, all equally large. */
export interface NodePlace {
  readonly memory: WebAssembly.Memory;
  /** This node's number among those of the memory, from 0 on. */
  readonly self: number;
  readonly nodes: number;
  /** What all nodes of the memory use; null for the first, which lays it out behind the last node's own part. */
  readonly common: CommonPlaces | null;
}

export interface CommonPlaces {
  /** Size of each node's own part of the memory. */
  readonly nodeBytes: number;
  /** Training images, one byte a pixel, and their labels. */
  readonly images: number;
  readonly labels: number;
  readonly weights: number;
  /** The optimizer's, in the order of `slotNames`. */
  readonly slots: readonly number[];
  /** Weights, slots and gradient, one behind the other, as they were when they were last kept. */
  readonly kept: number;
  /** A cache line for the counters of the nodes' barrier. */
  readonly barrier: number;
}

/** A node's part of the memory, and what it shares with others. */
export interface NodeMemory {
  readonly arena: Arena;
  readonly model: CompiledModel;
  readonly pixels: number;
  readonly parameters: Parameters;
  readonly common: CommonPlaces;
  /** A block of labelled images that are no training images. */
  readonly staging: { readonly images: number; readonly labels: number };
  /** Which images the block holds. */
  readonly indices: number;
  /** Loss and right answers, f64. */
  readonly sums: number;
  /** The weights this node updates: where they begin (bytes) and how many vectors they are. */
  readonly share: { readonly offset: number; readonly count: number };
  /** The gradients that all nodes of this memory have of them. */
  readonly sharedGradient: GradientParts;
}

/** Two nodes never write to the same line. */
const CACHE_LINE = 64;

/** @param block images computed together */
export function layOutNode(
  kernels: Kernels,
  plan: ModelPlan,
  optimizer: OptimizerSpec,
  trainingCount: number,
  block: number,
  { memory, self, nodes, common: given }: NodePlace,
): NodeMemory {
  const nodesStart = createArena(memory, kernels.heapBase()).end();
  const arena = createArena(memory, nodesStart + self * (given?.nodeBytes ?? 0));
  const parameters = { address: 0, gradient: 0, bytes: 0 };
  const zeros = arena.allocate(CACHE_LINE);
  const model = compileModel(plan, { arena, kernels, block, zeros, parameters });
  const { bytes } = parameters;
  const pixels = plan.spec.inputShape.reduce((product, side) => product * side, 1);
  const staging = { images: arena.allocate(block * pixels), labels: arena.allocate(block) };
  const indices = arena.allocate(4 * block);
  const sums = arena.allocate(16);
  parameters.gradient = arena.allocate(bytes);

  const common = given ?? layOutCommon(arena.end() - nodesStart);
  parameters.address = common.weights;
  const share = shareOf(bytes, self, nodes);
  const firstGradient = parameters.gradient - self * common.nodeBytes;
  const sharedGradient = {
    address: firstGradient + share.offset,
    parts: nodes,
    partStep: common.nodeBytes,
  };
  return { arena, model, pixels, parameters, common, staging, indices, sums, share, sharedGradient };

  function layOutCommon(nodeBytes: number): CommonPlaces {
    const behind = createArena(memory, nodesStart + nodes * nodeBytes);
    const slots = slotNames[optimizer.name];
    return {
      nodeBytes,
      images: behind.allocate(trainingCount * pixels),
      labels: behind.allocate(trainingCount),
      weights: behind.allocate(bytes),
      slots: slots.map(() => behind.allocate(bytes)),
      kept: behind.allocate((2 + slots.length) * bytes),
      barrier: behind.allocate(CACHE_LINE),
    };
  }
}

/** Of `bytes` of weights, those that node `self` updates: whole cache lines, but for the last. */
function shareOf(bytes: number, self: number, nodes: number): { offset: number; count: number } {
  const lines = bytes / CACHE_LINE;
  const startOf = (node: number) =>
    node === nodes ? bytes : Math.floor((lines * node) / nodes) * CACHE_LINE;
  return { offset: startOf(self), count: (startOf(self + 1) - startOf(self)) / 16 };
}
