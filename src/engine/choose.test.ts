import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Problem } from '../lib/problem';
import { createRandom } from '../lib/random';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import type { EngineRequest } from './openCandidate';
import { openEngine } from './choose';
import type { EngineName, EngineOptions, Slice } from './engine';
import { noiseFor } from './measureStep';
import { defaultOptimizers } from './optimizer';
import type { Probe } from './probe';
import type * as TfjsEngine from './tfjs/tfjsEngine';

/** Calls of `step` after which WebGL loses its device, counted for each engine opened; the last number holds for all after. */
let webglLives: number[] = [];

vi.mock('./probe', () => ({
  // Node has none of the others.
  probeEngine: async (name: EngineName): Promise<Probe> =>
    name === 'webgl' || name === 'cpu'
      ? { name, available: true, device: `${name} of a test`, isSoftware: false }
      : { name, available: false, problem: { code: 'engineNoApi', values: { engine: name } } },
}));

vi.mock('./tfjs/tfjsEngine', async (importOriginal) => {
  const { createTfjsEngine } = await importOriginal<typeof TfjsEngine>();
  return {
    createTfjsEngine: async (name: EngineName, device: string, options: EngineOptions) => {
      const engine = await createTfjsEngine('cpu', device, options);
      if (name !== 'webgl') return engine;
      let stepsLeft = webglLives.length > 1 ? webglLives.shift()! : webglLives[0];
      const step = (slices: readonly Slice[]) => {
        if (stepsLeft-- > 0) return engine.step(slices);
        throw new Problem('deviceLost', { detail: 'of a test' });
      };
      return { ...engine, name, step: async (slices: readonly Slice[]) => step(slices) };
    },
  };
});

const spec = presets.softmax;
const request: EngineRequest = {
  choice: 'webgl',
  spec,
  weights: initialWeights(planModel(spec), createRandom(1)),
  optimizer: defaultOptimizers.adam,
  trainingImages: noiseFor(spec),
  nodes: 1,
  batchSize: 4,
  known: [],
};
const slice: Slice = {
  indices: Uint32Array.of(0, 1, 2, 3),
  batchSize: 4,
  offset: 0,
  seed: 0,
  update: { learningRate: 0.01 },
};
const lost = { name: 'webgl', problem: { code: 'deviceLost', values: { detail: 'of a test' } } };
const isRefused = (name: string) => expect.objectContaining({ name }) as unknown;

describe('openEngine', () => {
  beforeEach(() => {
    webglLives = [Infinity];
  });

  test('lets the next engine take over in a run, and reports what was lost', async () => {
    // The first engine is the one that is tested.
    webglLives = [Infinity, 2];
    const opened = await openEngine(request);
    const { engine, report } = opened;
    expect(report).toMatchObject({ name: 'webgl', device: 'webgl of a test', refused: [], losses: [] });

    for (let step = 0; step < 4; step++) await engine.step([slice]);
    expect(opened.report).toEqual({
      name: 'cpu',
      device: 'cpu of a test',
      measured: [],
      refused: [lost, ...['webgpu', 'wasm', 'tfjs-webgpu', 'tfjs-wasm'].map(isRefused)],
      losses: [{ code: 'deviceReplaced', values: { detail: 'of a test', step: 2, engine: 'CPU' } }],
    });
    // What was reported before stays as it was.
    expect(report.refused).toEqual([]);
    expect((await engine.readState()).optimizer.step).toBe(4);
    await engine.dispose();
  });

  test('only refuses an engine that is lost while it is tested', async () => {
    webglLives = [0];
    const { engine, report } = await openEngine(request);
    expect(report).toMatchObject({ name: 'cpu', losses: [] });
    expect(report.refused).toContainEqual(lost);
    await engine.dispose();
  });

  test('only refuses an engine that is lost while it is measured', async () => {
    webglLives = [Infinity, 3];
    const { engine, report } = await openEngine({ ...request, choice: 'auto' });
    expect(report).toMatchObject({ name: 'cpu', measured: [], losses: [] });
    expect(report.refused).toContainEqual(lost);
    await engine.dispose();
  });
});
