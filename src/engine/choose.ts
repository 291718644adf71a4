import { Problem } from '../lib/problem';
import type { Engine, EngineChoice, EngineName, EngineReport, Refusal } from './engine';
import { engineNames } from './engine';
import { contendersFor, measureContenders } from './measureEngines';
import type { Candidate, EngineRequest } from './openCandidate';
import { opener, probe, refusal } from './openCandidate';
import { selfTest } from './selfTest';
import { canBeLost, withSuccessors } from './withSuccessors';

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
  const contenders = await contendersFor(choice, request.nodes);
  const isKnown = known.length > 0 || contenders.length === 1;
  const { measured, refused: refusedSoFar } = isKnown
    ? { measured: known, refused: await refusedAtSight(contenders, request) }
    : await measureContenders(contenders, request);
  const refused = [...refusedSoFar];

  // What was only estimated was not tried, and lost.
  const tried = measured.filter(({ isEstimate }) => !isEstimate);
  const tested = isKnown ? [] : tried.map(({ name }) => name);
  const rest = engineNames.map((name) => ({ name, nodes: request.nodes === 'auto' ? 1 : request.nodes }));
  const openNext = () => openFirst([...tried, ...contenders, ...rest], request, tested, refused);

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
  for (const { name, nodes, workgroup } of all) {
    if (refused.some((each) => each.name === name)) continue;
    try {
      const open = await opener(name, tested.includes(name) ? name : request.choice);
      if (!tested.includes(name)) {
        request.onStage?.({ name, stage: 'testing' });
        await selfTest(open, nodes);
      }
      request.onStage?.({ name, stage: 'compiling' });
      return await open({ ...request, nodes, workgroup });
    } catch (error) {
      refused.push(refusal(name, error));
    }
  }
  return null;
}

/** Those that a quick look finds unfit, and of which nothing is known. */
async function refusedAtSight(
  contenders: readonly Candidate[],
  { choice, known }: EngineRequest,
): Promise<Refusal[]> {
  const names = new Set(contenders.map(({ name }) => name));
  for (const { name } of known) names.delete(name);
  const refusals = await Promise.all(
    [...names].map((name) =>
      probe(name, choice).then(
        () => [],
        (error: unknown) => [refusal(name, error)],
      ),
    ),
  );
  return refusals.flat();
}

/** Fetches what an engine will need, so that it starts faster. What goes wrong with that, starting it will tell. */
export async function preloadEngine(name: EngineName): Promise<void> {
  if (name !== 'wasm') return;
  const { preloadKernels } = await import('./wasm/openWasmEngine');
  await preloadKernels();
}

const named = (choice: EngineChoice): EngineName[] => (choice === 'auto' ? [] : [choice]);
