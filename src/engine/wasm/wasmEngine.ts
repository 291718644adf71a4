import type { ProblemData } from '../../lib/problem';
import { problemData } from '../../lib/problem';
import { planModel } from '../../model/plan';
import type { Engine, EngineOptions } from '../engine';
import { initialOptimizerState } from '../optimizer';
import { watchArrivals } from './arrivals';
import { createComputeNode } from './computeNode';
import type { Team } from './nodes/team';
import { startTeam } from './nodes/team';

/** Work of one slice for each node (floating-point operations), near 100 ms at 20 GFLOP/s. */
const SLICE_FLOPS = 2e9;
const MAX_SLICE_IMAGES = 2048;

/**
 * Our own kernels, on this thread and, with several nodes, others. When a node is lost, the group it was in is done again with
 * one node fewer, from the state before that group.
 */
export async function createWasmEngine(
  module: WebAssembly.Module,
  build: string,
  options: EngineOptions,
): Promise<Engine> {
  const { spec, optimizer, trainingImages, nodes } = options;
  const plan = planModel(spec);
  const node = await createComputeNode(module, plan, optimizer, trainingImages.labels.length);
  node.writeState({ weights: options.weights, optimizer: initialOptimizerState(optimizer, options.weights) });
  const arrivals = watchArrivals(trainingImages);
  const losses: ProblemData[] = [];
  let team: Team | null = null;
  await gather(nodes);

  /** A team of `size`, or of as many as can be had; nobody beside this node is no team. */
  async function gather(size: number): Promise<void> {
    team = null;
    for (let members = size; members > 1 && !team; members--) {
      try {
        team = await startTeam(members, node, module, options, node.readState());
        const { images, labels, loadedCount } = trainingImages;
        const pixels = images.length / labels.length;
        team.addImages(0, images.subarray(0, loadedCount * pixels), labels.subarray(0, loadedCount));
      } catch (error) {
        losses.push(problemData(error));
      }
    }
  }

  return {
    name: 'wasm',
    get device() {
      const count = team?.size ?? 1;
      return `${build}, ${count} ${count === 1 ? 'node' : 'nodes'}`;
    },
    get nodeReports() {
      return team?.lastReports() ?? [];
    },
    get losses() {
      return losses;
    },
    maxSliceImages: Math.min(MAX_SLICE_IMAGES, Math.ceil((nodes * SLICE_FLOPS) / plan.trainingFlops)),

    async step(slices) {
      arrivals((first, images, labels) => {
        node.addImages(first, images, labels);
        team?.addImages(first, images, labels);
      });
      while (team) {
        const before = node.snapshot();
        try {
          return await team.step(slices);
        } catch (error) {
          losses.push(problemData(error));
          const { size } = team;
          team.close();
          node.restore(before);
          await gather(size - 1);
        }
      }
      return slices.map((slice) => {
        const result = node.accumulate(slice);
        if (slice.update) node.update(slice.update.learningRate);
        return result;
      });
    },

    evaluate: async (images, labels) => node.evaluate(images, labels),
    predict: async (images) => node.predict(images),
    readState: async () => node.readState(),
    async writeState(state) {
      node.writeState(state);
      team?.writeState(state);
    },
    async dispose() {
      team?.close();
    },
  };
}
