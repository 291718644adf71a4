import type { ProblemData } from '../../lib/problem';
import { Problem, errorMessage, problemData } from '../../lib/problem';
import { planModel } from '../../model/plan';
import type { Engine, EngineOptions } from '../engine';
import type { LoadKernels } from './kernelBuild';
import type { Snapshot } from './learned';
import type { Team } from './nodes/team';
import { startTeam } from './nodes/team';

/** Work of one slice for each node (floating-point operations), near 15 ms at 30 GFLOP/s: predictions wait for no more. */
const SLICE_FLOPS = 0.5e9;
const MAX_SLICE_IMAGES = 2048;

/**
 * Our own kernels, on this thread and, with several nodes, others. When a node is lost, the group it was in is done again with
 * one node fewer, from the state before that group.
 * @throws what the browser throws where even one node cannot be had
 */
export async function createWasmEngine(
  loadKernels: LoadKernels,
  build: string,
  options: EngineOptions,
): Promise<Engine> {
  const { spec, nodes } = options;
  const losses: ProblemData[] = [];
  let team = await gather(nodes, null);

  /** A team of `size`, or of as many as can be had. */
  async function gather(size: number, from: Snapshot | null): Promise<Team> {
    try {
      return await startTeam(size, loadKernels, options, from);
    } catch (error) {
      if (size === 1) throw error;
      const refusal = new Problem('nodesRefused', { nodes: size, detail: errorMessage(error) });
      losses.push(refusal.data);
      return gather(size - 1, from);
    }
  }

  /** Does it, and where a node is lost on the way does it again with the others. */
  async function survive<Result>(work: () => Promise<Result>): Promise<Result> {
    for (;;) {
      if (team.size === 1) return work();
      team.first.keep();
      try {
        return await work();
      } catch (error) {
        losses.push(problemData(error));
        team.close();
        team = await gather(team.size - 1, team.first.kept());
      }
    }
  }

  return {
    name: 'wasm',
    get device() {
      return `${build}, ${team.size} ${team.size === 1 ? 'node' : 'nodes'}`;
    },
    get nodes() {
      return team.size;
    },
    get nodeReports() {
      return team.size > 1 ? team.lastReports() : [];
    },
    get losses() {
      return losses;
    },
    maxSliceImages: Math.min(
      MAX_SLICE_IMAGES,
      Math.ceil((nodes * SLICE_FLOPS) / planModel(spec).trainingFlops),
    ),

    step: (slices) => survive(() => team.step(slices)),
    evaluate: (images, labels) => survive(() => team.evaluate(images, labels)),
    predict: async (images) => team.first.predict(images),
    readState: async () => team.first.readState(),
    writeState: async (state) => team.writeState(state),
    dispose: async () => team.close(),
  };
}
