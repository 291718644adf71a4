import { describe, expect, test } from 'vitest';
import type { ImageSet } from '../data/imageSet';
import type { Engine, Slice } from '../engine/engine';
import { createTfjsEngine } from '../engine/tfjs/tfjsEngine';
import { createEpochOrders } from '../data/epochOrders';
import { createRandom } from '../lib/random';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import type { TrainingConfig } from './config';
import { articleConfig, trainedImages } from './config';
import type { StepsEvent, TrainingEvent } from './events';
import { createHeldOut } from './heldOut';
import { optimizerSpec } from './optimizerSpec';
import { rateOf } from './rateOf';
import { learningRateAt } from './schedule';
import { stripes } from '../data/stripes';
import type { TrainingRun } from './train';
import { train } from './train';

const training = stripes(200);
const test_ = stripes(50);
const config: TrainingConfig = {
  ...articleConfig,
  preset: 'softmax',
  learningRate: 0.01,
  batchSize: 30,
  epochs: 3,
  imageCount: 200,
};

async function openEngine(settings: TrainingConfig = config): Promise<Engine> {
  const spec = presets[settings.preset];
  const weights = initialWeights(planModel(spec), createRandom(settings.seed));
  const optimizer = optimizerSpec(settings);
  return createTfjsEngine('cpu', 'test', { spec, weights, optimizer, trainingImages: training, nodes: 1 });
}

function runOf(settings: TrainingConfig, engine: Engine): TrainingRun {
  return {
    config: settings,
    engine,
    training,
    test: test_,
    orders: createEpochOrders(trainedImages(settings), createRandom(settings.seed)),
    firstStep: 0,
    rateOf: (step) => rateOf(settings, step),
    heldOut: createHeldOut(settings, training, null),
  };
}

async function run(settings: TrainingConfig = config, engine?: Engine): Promise<TrainingEvent[]> {
  const used = engine ?? (await openEngine(settings));
  const events: TrainingEvent[] = [];
  for await (const event of train(runOf(settings, used))) events.push(event);
  await used.dispose();
  return events;
}

const steps = (events: TrainingEvent[]) =>
  events.filter((event): event is StepsEvent => event.type === 'steps');
const losses = (events: TrainingEvent[]) => steps(events).flatMap((event) => [...event.losses]);

/** An engine that computes nothing but remembers what it was asked. */
function recordingEngine(maxSliceImages: number, lossSum = (slice: Slice) => slice.indices.length * 2) {
  const slices: Slice[] = [];
  const engine: Engine = {
    name: 'cpu',
    device: 'test',
    nodes: 1,
    nodeReports: [],
    losses: [],
    maxSliceImages,
    step: async (group) => {
      slices.push(...group);
      return group.map((slice) => ({ lossSum: lossSum(slice), correct: 1 }));
    },
    evaluate: async (_, labels) => ({ lossSum: labels.length, correct: labels.length - 1 }),
    predict: async () => new Float32Array(10),
    readState: async () => ({ weights: [], optimizer: { step: 0, slots: {} } }),
    writeState: async () => undefined,
    dispose: async () => undefined,
  };
  return { engine, slices };
}

describe('train', () => {
  test('learns, then scores the test images once', async () => {
    const events = await run();
    const all = losses(events);
    // 200 images in batches of 30: six full ones and one of 20 in each epoch.
    expect(all.length).toBe(3 * 7);
    expect(all.at(-1)!).toBeLessThan(0.5 * all[0]);
    const last = events.at(-1)!;
    expect(last).toMatchObject({ type: 'evaluated', imageCount: 50 });
    expect(last.type === 'evaluated' && last.accuracy).toBeGreaterThan(0.9);
    expect(events.filter((event) => event.type === 'evaluated').length).toBe(1);
  });

  test('the same seed gives the same losses to the last digit, another seed others', async () => {
    const first = losses(await run());
    expect(losses(await run())).toEqual(first);
    expect(losses(await run({ ...config, seed: 2 }))).not.toEqual(first);
  });

  test('every epoch goes through every image once', async () => {
    const { engine, slices } = recordingEngine(16);
    await run(config, engine);
    for (let epoch = 0; epoch < 3; epoch++) {
      const perEpoch = slices.length / 3;
      const seen = slices
        .slice(epoch * perEpoch, (epoch + 1) * perEpoch)
        .flatMap(({ indices }) => [...indices]);
      expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    }
  });

  test('gradient descent takes all images for one update, in slices', async () => {
    const { engine, slices } = recordingEngine(64);
    const events = await run({ ...config, optimizer: 'gradientDescent', epochs: 2 }, engine);
    expect(losses(events)).toEqual([2, 2]);
    expect(slices.length).toBe(2 * 4);
    expect(slices.filter(({ update }) => update).length).toBe(2);
    expect(slices.every(({ batchSize }) => batchSize === 200)).toBe(true);
    expect(slices.map(({ offset }) => offset).slice(0, 4)).toEqual([0, 64, 128, 192]);
  });

  test('each step has its learning rate from the schedule, over all epochs', async () => {
    const { engine, slices } = recordingEngine(16);
    await run({ ...config, schedule: 'cosine', learningRate: 0.02 }, engine);
    const rates = slices.flatMap(({ update }) => (update ? [update.learningRate] : []));
    expect(rates).toEqual(Array.from({ length: 21 }, (_, step) => learningRateAt('cosine', 0.02, step, 21)));
  });

  test('next(1) completes at most one step', async () => {
    const { engine } = recordingEngine(64);
    const events = train(runOf(config, engine));
    await events.next(1);
    for (let step = 1; step < 5; step++) {
      const { value } = await events.next(1);
      expect(value).toMatchObject({ type: 'steps', firstStep: step });
      expect((value as StepsEvent).losses.length).toBe(1);
    }
    await events.return();
  });

  test('waits for images that have not arrived and names what keeps them', async () => {
    const { engine, slices } = recordingEngine(16);
    const stuck: ImageSet = {
      ...training,
      loadedCount: 0,
      until: () => Promise.reject(new Error('shard 3 is damaged')),
    };
    const events = train({ ...runOf(config, engine), training: stuck });
    await expect(events.next()).rejects.toThrow('shard 3 is damaged');
    expect(slices).toEqual([]);
  });

  test('stops when a loss is no longer a number, after showing it', async () => {
    let count = 0;
    const { engine } = recordingEngine(64, () => (++count === 5 ? NaN : 1));
    const seen: number[] = [];
    const failing = (async () => {
      for await (const event of train(runOf(config, engine))) {
        if (event.type === 'steps') seen.push(...event.losses);
      }
    })();
    await expect(failing).rejects.toMatchObject({ data: { code: 'trainingDiverged', values: { step: 5 } } });
    expect(seen[4]).toBeNaN();
  });
});
