import { openDataset } from '../../src/data/dataset';
import { openEngine } from '../../src/engine/choose';
import type { EngineName, Slice } from '../../src/engine/engine';
import { defaultOptimizers } from '../../src/engine/optimizer';
import { errorMessage } from '../../src/lib/problem';
import { createRandom } from '../../src/lib/random';
import { initialWeights } from '../../src/model/initialWeights';
import { planModel } from '../../src/model/plan';
import type { PresetName } from '../../src/model/presets';
import { presets } from '../../src/model/presets';

export interface StepsRequest {
  readonly engine: EngineName;
  /** Threads, for engines that can share the work. */
  readonly nodes: number;
  readonly preset: PresetName;
  readonly batchSize: number;
  /** Steps between two read-backs, as the training loop groups them. */
  readonly groupSteps: number;
  readonly warmUpGroups: number;
  /** Groups that are timed. */
  readonly groups: number;
}

export type StepsReport =
  | { readonly failure: string }
  | {
      readonly device: string;
      /** From asking for the engine to the end of its first step. */
      readonly firstStepMs: number;
      /** Mean step time of each group. */
      readonly stepMs: readonly number[];
    };

const IMAGES = 10_000;

self.onmessage = ({ data }: MessageEvent<StepsRequest>) => {
  measure(data).then(
    (report) => self.postMessage(report),
    (error: unknown) => self.postMessage({ failure: errorMessage(error) }),
  );
};

async function measure({
  engine: name,
  nodes,
  preset,
  batchSize,
  groupSteps,
  warmUpGroups,
  groups,
}: StepsRequest): Promise<StepsReport> {
  const dataset = await openDataset({ baseUrl: new URL('/mnist/', self.location.href).href });
  await dataset.load(IMAGES);
  const spec = presets[preset];
  const startedAt = performance.now();
  const { engine, report } = await openEngine({
    choice: name,
    spec,
    weights: initialWeights(planModel(spec), createRandom(1)),
    optimizer: defaultOptimizers.adam,
    trainingImages: dataset.training,
    nodes,
    batchSize,
    known: [],
  });
  if (report.name !== name) throw new Error(`${name} was refused: ${JSON.stringify(report.refused)}`);

  let next = 0;
  const slicesOfStep = (): Slice[] => {
    const slices: Slice[] = [];
    for (let offset = 0; offset < batchSize; offset += engine.maxSliceImages) {
      const length = Math.min(engine.maxSliceImages, batchSize - offset);
      slices.push({
        indices: Uint32Array.from({ length }, (_, i) => (next + offset + i) % IMAGES),
        batchSize,
        offset,
        dropoutSeed: next,
        update: offset + length === batchSize ? { learningRate: 0.001 } : null,
      });
    }
    next += batchSize;
    return slices;
  };
  const group = () => engine.step(Array.from({ length: groupSteps }, slicesOfStep).flat());

  await engine.step(slicesOfStep());
  const firstStepMs = performance.now() - startedAt;
  for (let i = 0; i < warmUpGroups; i++) await group();
  const stepMs: number[] = [];
  for (let i = 0; i < groups; i++) {
    const from = performance.now();
    await group();
    stepMs.push((performance.now() - from) / groupSteps);
  }
  await engine.dispose();
  return { device: report.device, firstStepMs, stepMs };
}
