import { engineNames } from '../../src/engine/engine';
import type { Contestant, Task } from './contestant';

/** Starts a contestant by its name (README). Only its own code is fetched. @throws what keeps it from starting */
export async function openContestant(name: string, task: Task): Promise<Contestant> {
  const [engineName, nodes = '1'] = name.split(':');
  const engine = engineNames.find((known) => known === engineName);
  if (engine) return (await import('./engineContestant')).openEngineContestant(engine, Number(nodes), task);

  const fit = /^fit-(wasm|webgl|webgpu|cpu)$/.exec(name);
  if (fit) {
    const [, backend] = fit;
    const { openFitContestant } = await import('./fitContestant');
    return openFitContestant(backend as 'wasm' | 'webgl' | 'webgpu' | 'cpu', task);
  }

  const jax = /^jax-(jit|demo)-(wasm|webgl|webgpu)$/.exec(name);
  if (jax) {
    const [, style, device] = jax;
    const { openJaxContestant } = await import('./jaxContestant');
    return openJaxContestant(style as 'jit' | 'demo', device as 'wasm' | 'webgl' | 'webgpu', task);
  }

  throw new Error(`no contestant is called ${name}`);
}
