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
  readonly preset: PresetName;
  readonly batchSize: number;
  /** Timed after the warm-up, one by one. */
  readonly steps: number;
  readonly warmUpSteps: number;
}

export type StepsReport =
  | { readonly failure: string }
  | {
      readonly device: string;
      /** From asking for the engine to the end of its first step. */
      readonly firstStepMs: number;
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
  preset,
  batchSize,
  steps,
  warmUpSteps,
}: StepsRequest): Promise<StepsReport> {
  const dataset = await openDataset({ baseUrl: new URL('/mnist/', self.location.href).href });
  await dataset.load(IMAGES);
  const spec = presets[preset];
  const startedAt = performance.now();
  const { engine, report } = await openEngine(name, {
    spec,
    weights: initialWeights(planModel(spec), createRandom(1)),
    optimizer: defaultOptimizers.adam,
    trainingImages: dataset.training,
  });
  if (report.name !== name) throw new Error(`${name} was refused: ${JSON.stringify(report.refused)}`);

  let next = 0;
  const oneStep = async () => {
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
    await engine.step(slices);
  };

  await oneStep();
  const firstStepMs = performance.now() - startedAt;
  for (let step = 1; step < warmUpSteps; step++) await oneStep();
  const stepMs: number[] = [];
  for (let step = 0; step < steps; step++) {
    const from = performance.now();
    await oneStep();
    stepMs.push(performance.now() - from);
  }
  await engine.dispose();
  return { device: report.device, firstStepMs, stepMs };
}
