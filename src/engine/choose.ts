import { Problem, errorMessage, problemData } from '../lib/problem';
import type {
  Engine,
  EngineChoice,
  EngineName,
  EngineOptions,
  EngineReport,
  Measurement,
  Refusal,
} from './engine';
import { engineLabels, engineNames } from './engine';
import { measureStep, noiseFor } from './measureStep';
import type { Probe } from './probe';
import { probeEngine } from './probe';
import { selfTest } from './selfTest';
import { canBeLost, withSuccessors } from './withSuccessors';

/** Time after which nothing more is measured before a run begins (ms): what was measured by then decides. */
const MEASURING_BUDGET_MS = 1_000;
/** Numbers of nodes that are measured, as far as there are cores. */
const NODE_COUNTS = [1, 2, 4, 8];
/** What `auto` chooses from, in the order of measuring: ours starts fastest. The others are slower everywhere, and used where these fail. */
const contenderNames: readonly EngineName[] = ['wasm', 'webgpu', 'webgl'];

/** A model to train, and what is known and wished of its engine. */
export interface EngineRequest extends Omit<EngineOptions, 'nodes'> {
  readonly choice: EngineChoice;
  readonly nodes: number | 'auto';
  /** Images in a step. */
  readonly batchSize: number;
  /** What was measured before on this device, for this model and choice; empty if nothing was. */
  readonly known: readonly Measurement[];
}

type Candidate = Pick<Measurement, 'name' | 'nodes'>;

/** Which engine a choice would give, from a quick look that loads nothing. @throws Problem if there is none. */
export async function surveyEngines(choice: EngineChoice): Promise<EngineReport> {
  const refused: Refusal[] = [];
  for (const name of new Set([...named(choice), ...engineNames])) {
    try {
      const { device } = await probe(name, choice);
      return { name, device, measured: [], refused, losses: [] };
    } catch (error) {
      refused.push(refusal(name, error));
    }
  }
  throw new Problem('engineNone');
}

export interface OpenedEngine {
  readonly engine: Engine;
  /** As things are when it is asked for: another engine may have taken over. */
  readonly report: EngineReport;
}

/**
 * Starts the engine that is wished for, or else the fastest that starts and computes rightly. Where there are several to choose
 * from and nothing is known of them, they are measured first. If its device is lost, the next takes over.
 * @throws Problem if there is none.
 */
export async function openEngine(request: EngineRequest): Promise<OpenedEngine> {
  const { choice, known } = request;
  const contenders = (choice === 'auto' ? contenderNames : [choice]).flatMap((name) =>
    candidates(name, request.nodes),
  );
  const isKnown = known.length > 0 || contenders.length === 1;
  const { measured, refused } = isKnown
    ? { measured: known, refused: await refusedAtSight(contenders, choice) }
    : await measureAll(contenders, request, MEASURING_BUDGET_MS);

  const tested = isKnown ? [] : measured.map(({ name }) => name);
  const rest = engineNames.map((name) => ({ name, nodes: request.nodes === 'auto' ? 1 : request.nodes }));
  const openNext = () => openFirst([...measured, ...contenders, ...rest], request, tested, refused);

  const first = await openNext();
  if (!first) throw new Problem('engineNone');
  const engine = canBeLost(first)
    ? withSuccessors(first, request, (lost) => {
        refused.push(lost);
        return openNext();
      })
    : first;
  return {
    engine,
    get report() {
      const { name, device, losses } = engine;
      return { name, device, measured, refused: [...refused], losses: [...losses] };
    },
  };
}

/** The first of the candidates that starts and computes rightly; null if none does. Refuses those that fail, and skips whom it refused. */
async function openFirst(
  all: readonly Candidate[],
  request: EngineRequest,
  tested: readonly EngineName[],
  refused: Refusal[],
): Promise<Engine | null> {
  for (const { name, nodes } of all) {
    if (refused.some((each) => each.name === name)) continue;
    try {
      const open = await opener(name, request.choice);
      if (!tested.includes(name)) await selfTest(open, nodes);
      return await open({ ...request, nodes });
    } catch (error) {
      refused.push(refusal(name, error));
    }
  }
  return null;
}

/** Those that a quick look finds unfit. */
async function refusedAtSight(contenders: readonly Candidate[], choice: EngineChoice): Promise<Refusal[]> {
  const names = [...new Set(contenders.map(({ name }) => name))];
  const refusals = await Promise.all(
    names.map((name) =>
      probe(name, choice).then(
        () => [],
        (error: unknown) => [refusal(name, error)],
      ),
    ),
  );
  return refusals.flat();
}

/** Measures every engine there is, the slow ones too: takes some seconds. */
export async function measureEngines(
  request: Omit<EngineRequest, 'choice' | 'known' | 'trainingImages'>,
): Promise<Pick<EngineReport, 'measured' | 'refused'>> {
  const all = engineNames.flatMap((name) => candidates(name, request.nodes));
  return measureAll(all, { ...request, choice: 'auto' }, Infinity);
}

/** Tests and measures one candidate after the other, as long as there is time. */
async function measureAll(
  contenders: readonly Candidate[],
  request: Omit<EngineRequest, 'known' | 'trainingImages'>,
  budgetMs: number,
): Promise<{ measured: readonly Measurement[]; refused: Refusal[] }> {
  const end = performance.now() + budgetMs;
  const measured: Measurement[] = [];
  const refused: Refusal[] = [];
  const trainingImages = noiseFor(request.spec);
  for (const { name, nodes } of contenders) {
    if (performance.now() > end) break;
    if (refused.some((each) => each.name === name)) continue;
    try {
      const open = await opener(name, request.choice);
      await selfTest(open, nodes);
      const engine = await open({ ...request, trainingImages, nodes });
      try {
        // It goes on with fewer nodes than these, which are measured anyway.
        if (engine.losses.length > 0) continue;
        let stepMs = await measureStep(engine, request.batchSize);
        // Nodes suffer most from what else a page does when it has just been opened: they get a second chance.
        const isBeaten = measured.some((other) => other.stepMs < stepMs);
        if (nodes > 1 && isBeaten) stepMs = Math.min(stepMs, await measureStep(engine, request.batchSize));
        measured.push({ name, nodes, stepMs });
      } finally {
        await engine.dispose();
      }
    } catch (error) {
      refused.push(refusal(name, error));
    }
  }
  return { measured: measured.toSorted((a, b) => a.stepMs - b.stepMs), refused };
}

/** An engine, with each number of nodes that may be best for it: up to one for each core, and as many as were asked for. */
function candidates(name: EngineName, nodes: EngineRequest['nodes']): Candidate[] {
  if (name !== 'wasm') return [{ name, nodes: 1 }];
  if (nodes !== 'auto') return [{ name, nodes }];
  const counts = NODE_COUNTS.filter((count) => count <= navigator.hardwareConcurrency);
  return counts.map((count) => ({ name, nodes: count }));
}

/** Fetches what an engine will need, so that it starts faster. What goes wrong with that, starting it will tell. */
export async function preloadEngine(name: EngineName): Promise<void> {
  if (name !== 'wasm') return;
  const { preloadKernels } = await import('./wasm/openWasmEngine');
  await preloadKernels();
}

/** The code of an engine, fetched only where it is tried. @throws Problem where this device cannot run it well */
async function opener(
  name: EngineName,
  choice: EngineChoice,
): Promise<(options: EngineOptions) => Promise<Engine>> {
  const { device } = await probe(name, choice);
  if (name === 'wasm') return (await import('./wasm/openWasmEngine')).openWasmEngine;
  if (name === 'webgpu') {
    const { openWebgpuEngine } = await import('./webgpu/openWebgpuEngine');
    return (options) => openWebgpuEngine(device, options);
  }
  const { createTfjsEngine } = await import('./tfjs/tfjsEngine');
  return (options) => createTfjsEngine(name, device, options);
}

/** Graphics emulated in software are used only by name. */
async function probe(name: EngineName, choice: EngineChoice): Promise<Probe & { available: true }> {
  const found = await probeEngine(name);
  if (!found.available) throw new Problem(found.problem.code, found.problem.values);
  if (found.isSoftware && name !== choice) {
    throw new Problem('engineSoftware', { engine: engineLabels[name], device: found.device });
  }
  return found;
}

const named = (choice: EngineChoice): EngineName[] => (choice === 'auto' ? [] : [choice]);

/** Why an engine was not used; what nobody foresaw counts as a failure to start. */
function refusal(name: EngineName, error: unknown): Refusal {
  const problem =
    error instanceof Problem
      ? error
      : new Problem('engineFailed', { engine: engineLabels[name], detail: errorMessage(error) });
  return { name, problem: problemData(problem) };
}
