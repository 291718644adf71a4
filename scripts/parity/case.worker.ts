import { openDataset } from '../../src/data/dataset';
import { openEngine } from '../../src/engine/choose';
import type { Engine, EngineName, Slice } from '../../src/engine/engine';
import { probeEngine } from '../../src/engine/probe';
import { Problem, errorMessage } from '../../src/lib/problem';
import { evaluate } from '../../src/training/evaluate';
import type { FixtureFile } from './fixture';
import { readModel, readOptimizer, splitWeights } from './fixture';

export interface CaseRequest {
  readonly name: string;
  readonly engine: EngineName;
  /** Threads, for engines that can share the work. */
  readonly nodes: number;
  /** At most so many steps; null for all, or for SOFTWARE_STEPS where an engine is slow on an adapter that computes in software. */
  readonly steps: number | null;
}

export type CaseReport =
  | { readonly failure: string }
  | {
      readonly device: string;
      readonly steps: number;
      readonly losses: readonly number[];
      readonly correct: readonly number[];
      /** Greatest difference of any weight from Keras' after all steps; null when steps were left out. */
      readonly weightDifference: number | null;
      readonly test: { readonly loss: number; readonly accuracy: number } | null;
      readonly msPerStep: number;
    };

/** TensorFlow.js takes seconds for a step on a software adapter. */
const SOFTWARE_STEPS = 5;

self.onmessage = ({ data }: MessageEvent<CaseRequest>) => {
  runCase(data).then(
    (report) => self.postMessage(report),
    (error: unknown) => self.postMessage({ failure: errorMessage(error) }),
  );
};

async function runCase({ name, engine: engineName, nodes, steps }: CaseRequest): Promise<CaseReport> {
  const probe = await probeEngine(engineName);
  if (!probe.available) throw new Problem(probe.problem.code, probe.problem.values);

  const file = (await (await fetch(`/case/${name}.json`)).json()) as FixtureFile;
  const plan = readModel(file);
  const isSlow = probe.isSoftware && engineName !== 'webgpu';
  const stepCount = Math.min(file.steps, steps ?? (isSlow ? SOFTWARE_STEPS : Infinity));
  const isComplete = stepCount === file.steps;

  const dataset = await openDataset({ baseUrl: new URL('/mnist/', self.location.href).href });
  const imagesUsed = stepCount * file.batchSize;
  await dataset.load(imagesUsed);

  const { engine, report } = await openEngine({
    choice: engineName,
    spec: plan.spec,
    weights: splitWeights(await fetchWeights(`${name}.init.f32`), plan.weightShapes),
    optimizer: readOptimizer(file),
    trainingImages: dataset.training,
    nodes,
    batchSize: file.batchSize,
    known: [],
  });
  if (report.name !== engineName)
    throw new Error(`${engineName} was refused: ${JSON.stringify(report.refused)}`);

  const losses: number[] = [];
  const correct: number[] = [];
  const startedAt = performance.now();
  for (let step = 0; step < stepCount; step++) {
    const results = await engine.step(stepSlices(step, file, engine.maxSliceImages));
    losses.push(results.reduce((sum, { lossSum }) => sum + lossSum, 0) / file.batchSize);
    correct.push(results.reduce((sum, result) => sum + result.correct, 0));
  }
  const msPerStep = (performance.now() - startedAt) / stepCount;

  return {
    device: engine.device,
    steps: stepCount,
    losses,
    correct,
    weightDifference: isComplete
      ? await weightDifference(engine, await fetchWeights(`${name}.final.f32`))
      : null,
    test: isComplete && file.test ? await testResult(engine, dataset.test) : null,
    msPerStep,
  };
}

/** Step `step` of a fixture takes images step·batchSize … in file order; cut to the engine's slices. */
function stepSlices(step: number, { batchSize, optimizer }: FixtureFile, maxSliceImages: number): Slice[] {
  const slices: Slice[] = [];
  for (let offset = 0; offset < batchSize; offset += maxSliceImages) {
    const length = Math.min(maxSliceImages, batchSize - offset);
    const isLast = offset + length === batchSize;
    slices.push({
      indices: Uint32Array.from({ length }, (_, i) => step * batchSize + offset + i),
      batchSize,
      offset,
      seed: step,
      update: isLast ? { learningRate: optimizer.learningRate } : null,
    });
  }
  return slices;
}

async function weightDifference(engine: Engine, expected: Float32Array): Promise<number> {
  const { weights } = await engine.readState();
  let start = 0;
  let greatest = 0;
  for (const tensor of weights) {
    tensor.forEach((value, i) => (greatest = Math.max(greatest, Math.abs(value - expected[start + i]))));
    start += tensor.length;
  }
  return greatest;
}

async function testResult(...[engine, test]: Parameters<typeof evaluate>) {
  for await (const event of evaluate(engine, test)) {
    if (event.type === 'evaluated') return { loss: event.loss, accuracy: event.accuracy };
  }
  throw new Error('the evaluation ended without a result');
}

async function fetchWeights(file: string): Promise<Float32Array> {
  const response = await fetch(`/case/${file}`);
  if (!response.ok) throw new Error(`${file}: HTTP ${response.status}`);
  return new Float32Array(await response.arrayBuffer());
}
