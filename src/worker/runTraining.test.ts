import { expect, test, vi } from 'vitest';
import type { ImageSet } from '../data/imageSet';
import type { OpenedEngine } from '../engine/choose';
import type { EngineRequest } from '../engine/openCandidate';
import type { EngineReport } from '../engine/engine';
import { createTfjsEngine } from '../engine/tfjs/tfjsEngine';
import type { ProblemData } from '../lib/problem';
import { articleConfig } from '../training/config';
import type { RunEvent } from './protocol';
import { runTraining } from './runTraining';

const loss: ProblemData = {
  code: 'deviceReplaced',
  values: { detail: 'test', step: 2, engine: 'CPU' },
};

vi.mock('../engine/choose', () => ({
  /** An engine that meets with a loss whenever it predicts. */
  async openEngine(request: EngineRequest): Promise<OpenedEngine> {
    const inner = await createTfjsEngine('cpu', 'test', { ...request, nodes: 1 });
    const losses: ProblemData[] = [];
    const predict = (images: Uint8Array) => {
      losses.push(loss);
      return inner.predict(images);
    };
    const engine = { ...inner, losses, predict };
    return {
      engine,
      get report(): EngineReport {
        const name = losses.length === 0 ? 'webgpu' : 'cpu';
        return { name, device: 'test', measured: [], refused: [], losses: [...losses] };
      },
    };
  },
}));

function blank(imageCount: number): ImageSet {
  return {
    images: new Uint8Array(imageCount * 784),
    labels: new Uint8Array(imageCount),
    imageCount,
    loadedCount: imageCount,
    until: async () => undefined,
  };
}

test('a loss that only a prediction after the end meets with is told, too', async () => {
  const events: RunEvent[] = [];
  const run = runTraining({
    config: { ...articleConfig, preset: 'softmax', epochs: 1, imageCount: 64 },
    paused: false,
    known: [],
    from: null,
    openDataset: async () => ({ training: blank(64), test: blank(8), load: async () => undefined }),
    after: Promise.resolve(),
    emit: (event) => events.push(event),
  });
  await vi.waitFor(() => expect(events.at(-1)?.type).toBe('done'));
  const engines = () => events.flatMap((event) => (event.type === 'engine' ? [event.engine] : []));
  expect(engines()).toMatchObject([{ name: 'webgpu', losses: [] }]);

  expect(await run.predict(new Uint8Array(784))).toMatchObject({ step: 2 });
  expect(events.at(-1)?.type).toBe('engine');
  expect(engines()).toMatchObject([{ name: 'webgpu' }, { name: 'cpu', losses: [loss] }]);

  await run.abandon();
  expect(await run.predict(new Uint8Array(784))).toBeNull();
});
