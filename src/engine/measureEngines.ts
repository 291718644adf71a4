import { planModel } from '../model/plan';
import type { EngineChoice, EngineName, EngineReport, Measurement, Refusal } from './engine';
import { engineNames, workgroups } from './engine';
import { measureStep, noiseFor } from './measureStep';
import type { Candidate, EngineRequest } from './openCandidate';
import { opener, refusal } from './openCandidate';
import { probeEngine } from './probe';
import { selfTest } from './selfTest';

/**
 * Time after which nothing more is measured before a run begins (ms): what was measured by then decides. Two are measured on the
 * slowest device, too, for one alone is no comparison, and the answer is remembered.
 */
const MEASURING_BUDGET_MS = 1_000;
/** Numbers of nodes that are measured, as far as there are cores. */
const NODE_COUNTS = [1, 2, 4, 8];

/** What measuring found, fastest first. */
type Measured = Pick<EngineReport, 'measured' | 'refused'>;

/**
 * What an engine choice chooses from, in the order of measuring. `auto` takes our own first, of which a real graphics card is
 * likely the fastest; WebGL is slower everywhere, and used where these fail.
 */
export async function contendersFor(
  choice: EngineChoice,
  nodes: EngineRequest['nodes'],
): Promise<Candidate[]> {
  if (choice !== 'auto') return candidates(choice, nodes);
  const names: readonly EngineName[] = (await hasRealGpu())
    ? ['webgpu', 'wasm', 'webgl']
    : ['wasm', 'webgpu', 'webgl'];
  return (await Promise.all(names.map((name) => candidates(name, nodes)))).flat();
}

/** Measures them for a run that waits. */
export function measureContenders(
  contenders: readonly Candidate[],
  request: EngineRequest,
): Promise<Measured> {
  return measureAll(contenders, request, MEASURING_BUDGET_MS);
}

/** Measures every engine there is, the slow ones too: takes some seconds. */
export async function measureEngines(
  request: Omit<EngineRequest, 'choice' | 'known' | 'trainingImages'>,
): Promise<Measured> {
  const all = await Promise.all(engineNames.map((name) => candidates(name, request.nodes)));
  return measureAll(all.flat(), { ...request, choice: 'auto' }, Infinity);
}

/** An engine, with each number of threads that may be best for it. */
async function candidates(name: EngineName, nodes: EngineRequest['nodes']): Promise<Candidate[]> {
  if (name === 'webgpu' && (await hasRealGpu())) {
    return workgroups.map((workgroup) => ({ name, nodes: 1, workgroup }));
  }
  if (name !== 'wasm') return [{ name, nodes: 1 }];
  if (nodes !== 'auto') return [{ name, nodes }];
  const counts = NODE_COUNTS.filter((count) => count <= navigator.hardwareConcurrency);
  return counts.map((count) => ({ name, nodes: count }));
}

async function hasRealGpu(): Promise<boolean> {
  const found = await probeEngine('webgpu');
  return found.available && !found.isSoftware;
}

type MeasuringRequest = Omit<EngineRequest, 'known' | 'trainingImages'>;

/** Tests and measures one candidate after the other, as long as there is time. */
async function measureAll(
  contenders: readonly Candidate[],
  request: MeasuringRequest,
  budgetMs: number,
): Promise<Measured> {
  let end = performance.now() + budgetMs;
  const measured: Measurement[] = [];
  const refused: Refusal[] = [];
  const isBeaten = (stepMs: number) => measured.some((other) => other.stepMs < stepMs);

  async function measure(candidate: Candidate): Promise<void> {
    const estimate = await estimateStep(candidate, request);
    if (estimate !== null && isBeaten(estimate)) {
      measured.push({ ...candidate, stepMs: estimate, isEstimate: true });
      return;
    }
    const { name, nodes } = candidate;
    // A software adapter that is estimated to win is measured as if it had been asked for.
    const open = await opener(name, estimate === null ? request.choice : name);
    // With another size of workgroup the same kernels run.
    const isTested = measured.some((other) => other.name === name && other.nodes === nodes);
    if (!isTested) {
      request.onStage?.({ name, stage: 'testing' });
      await selfTest(open, nodes);
    }
    request.onStage?.({ name, stage: 'measuring' });
    const engine = await open({ ...request, ...candidate, trainingImages: noiseFor(request.spec) });
    try {
      // It goes on with fewer nodes than these, which are measured anyway.
      if (engine.losses.length > 0) return;
      let stepMs = await measureStep(engine, request.batchSize);
      // Nodes suffer most from what else a page does when it has just been opened: they get a second chance.
      if (nodes > 1 && isBeaten(stepMs)) {
        stepMs = Math.min(stepMs, await measureStep(engine, request.batchSize));
      }
      measured.push({ ...candidate, stepMs });
    } finally {
      await engine.dispose();
    }
  }

  for (const candidate of contenders) {
    const { name } = candidate;
    // Compiling for a graphics card takes as long as its driver likes, once; what it gains is worth the wait.
    const isWorthWaiting = name === 'webgpu';
    const startedAt = performance.now();
    if (startedAt > end && measured.length > 1 && !isWorthWaiting) break;
    if (refused.some((each) => each.name === name)) continue;
    await measure(candidate).catch((error: unknown) => refused.push(refusal(name, error)));
    if (isWorthWaiting) end += performance.now() - startedAt;
  }
  return { measured: bestOfEach(measured), refused };
}

/**
 * Of an adapter that computes in software one short kernel says enough: its arithmetic takes all the time. Null for all others.
 */
async function estimateStep({ name }: Candidate, request: MeasuringRequest): Promise<number | null> {
  if (name !== 'webgpu' || request.choice === name) return null;
  const found = await probeEngine(name);
  if (!found.available || !found.isSoftware) return null;
  const { measureRate } = await import('./webgpu/measureRate');
  return (planModel(request.spec).trainingFlops * request.batchSize) / (await measureRate());
}

/** Fastest first; of each engine and number of nodes only the fastest. */
function bestOfEach(measured: readonly Measurement[]): Measurement[] {
  const sorted = measured.toSorted((a, b) => a.stepMs - b.stepMs);
  return sorted.filter(
    ({ name, nodes }, i) => sorted.findIndex((other) => other.name === name && other.nodes === nodes) === i,
  );
}
