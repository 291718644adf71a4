import type { ProblemData } from '../lib/problem';
import { Problem, errorMessage, problemData } from '../lib/problem';
import type { Engine, EngineChoice, EngineName, EngineOptions, EngineReport } from './engine';
import { engineLabels, engineNames } from './engine';
import type { Probe } from './probe';
import { probeEngine } from './probe';
import { selfTest } from './selfTest';

/** Which engine a choice would give, from a quick look that loads nothing. @throws Problem if there is none. */
export async function surveyEngines(choice: EngineChoice): Promise<EngineReport> {
  return firstThatWorks(choice, async (probe) => probe);
}

/** Starts the chosen engine, or the next best that starts and computes rightly. @throws Problem if none does. */
export async function openEngine(
  choice: EngineChoice,
  options: EngineOptions,
): Promise<{ engine: Engine; report: EngineReport }> {
  let engine: Engine | undefined;
  const report = await firstThatWorks(choice, async ({ name, device }) => {
    const open = await opener(name, device);
    await selfTest(open);
    engine = await open(options);
    return engine;
  });
  return { engine: engine!, report };
}

/** The code of an engine, fetched only where it is tried. */
async function opener(
  name: EngineName,
  device: string,
): Promise<(options: EngineOptions) => Promise<Engine>> {
  if (name === 'wasm') return (await import('./wasm/openWasmEngine')).openWasmEngine;
  const { createTfjsEngine } = await import('./tfjs/tfjsEngine');
  return (options) => createTfjsEngine(name, device, options);
}

type AvailableProbe = Probe & { readonly available: true };

async function firstThatWorks(
  choice: EngineChoice,
  attempt: (probe: AvailableProbe) => Promise<{ readonly name: EngineName; readonly device: string }>,
): Promise<EngineReport> {
  const refused: { name: EngineName; problem: ProblemData }[] = [];
  const preferred = choice === 'auto' ? [] : [choice];
  for (const name of new Set([...preferred, ...engineNames])) {
    try {
      const probe = await probeEngine(name);
      if (!probe.available) throw new Problem(probe.problem.code, probe.problem.values);
      if (probe.isSoftware && name !== choice) {
        throw new Problem('engineSoftware', { engine: engineLabels[name], device: probe.device });
      }
      const { name: used, device } = await attempt(probe);
      return { name: used, device, refused, losses: [] };
    } catch (error) {
      refused.push({ name, problem: refusal(name, error) });
    }
  }
  throw new Problem('engineNone');
}

/** Why an engine was not used; what nobody foresaw counts as a failure to start. */
function refusal(name: EngineName, error: unknown): ProblemData {
  if (error instanceof Problem) return problemData(error);
  return problemData(
    new Problem('engineFailed', { engine: engineLabels[name], detail: errorMessage(error) }),
  );
}
