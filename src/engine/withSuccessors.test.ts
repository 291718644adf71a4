import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Problem } from '../lib/problem';
import { createRandom } from '../lib/random';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import type { ModelSpec } from '../model/spec';
import type { Engine, EngineOptions, EngineState, Refusal, Slice, SliceResult } from './engine';
import { exactImages } from './generatedModels';
import { greatestDifference } from './greatestDifference';
import { defaultOptimizers } from './optimizer';
import { createTfjsEngine } from './tfjs/tfjsEngine';
import { withSuccessors } from './withSuccessors';

const IMAGES = 24;
const BATCH = 12;
const STEPS = 9;

const spec: ModelSpec = {
  name: 'tiny',
  inputShape: [4, 4, 1],
  layers: [
    { type: 'flatten' },
    { type: 'dropout', rate: 0.25 },
    { type: 'dense', units: 10, activation: 'softmax', useBias: true },
  ],
};

const options: EngineOptions = {
  spec,
  weights: initialWeights(planModel(spec), createRandom(1)),
  optimizer: defaultOptimizers.adam,
  trainingImages: exactImages(spec, IMAGES, createRandom(2)),
  nodes: 1,
};

/** Every batch in slices of five, five and two images. */
const slices: Slice[] = Array.from({ length: STEPS }, (_, step) => {
  const random = createRandom(step);
  const batch = Uint32Array.from({ length: BATCH }, () => random.below(IMAGES));
  return [0, 5, 10].map((offset) => ({
    indices: batch.subarray(offset, offset + 5),
    batchSize: BATCH,
    offset,
    seed: step,
    update: offset === 10 ? { learningRate: 0.01 } : null,
  }));
}).flat();

/** A run as training makes it, in groups that respect no step, with predictions between them and an evaluation at the end. */
async function train(engine: Engine): Promise<{ told: unknown[]; state: EngineState }> {
  const { images, labels } = options.trainingImages;
  const told: unknown[] = [];
  for (let start = 0, length = 1; start < slices.length; start += length, length = (length % 5) + 1) {
    told.push(await engine.step(slices.slice(start, start + length)));
    told.push(await engine.predict(images.subarray(0, 32)));
  }
  told.push(await engine.evaluate(images, labels));
  return { told, state: await engine.readState() };
}

const openInner = () => createTfjsEngine('cpu', 'test', options);

type CallName = 'step' | 'evaluate' | 'predict' | 'readState' | 'writeState';

interface Fate {
  readonly name?: Engine['name'];
  /** The device is lost in this call: by its number, or by its name and number. */
  readonly lostIn?: number | readonly [name: CallName, number: number];
  readonly maxSliceImages?: number;
}

/** An engine with a fate. What it does when its device is lost is done, but nobody hears of it. */
async function openFated({ name = 'webgpu', lostIn = Infinity, maxSliceImages }: Fate) {
  const inner = await openInner();
  const calls: CallName[] = [];
  let isDead = false;

  function isFatal(method: CallName): boolean {
    if (typeof lostIn === 'number') return calls.length === lostIn;
    const [fatalMethod, number] = lostIn;
    return method === fatalMethod && calls.filter((each) => each === method).length === number;
  }

  async function call<Result>(method: CallName, work: () => Promise<Result>): Promise<Result> {
    calls.push(method);
    if (isDead) throw new Error('a dead engine was used');
    const result = await work();
    isDead = isFatal(method);
    if (isDead) throw new Problem('deviceLost', { detail: `in ${method}` });
    return result;
  }

  const engine: Engine = {
    ...inner,
    name,
    device: `fated ${name}`,
    maxSliceImages: maxSliceImages ?? inner.maxSliceImages,
    step: (group) => {
      for (const { indices } of group) expect(indices.length).toBeLessThanOrEqual(engine.maxSliceImages);
      return call('step', () => inner.step(group));
    },
    evaluate: (images, labels) => {
      expect(labels.length).toBeLessThanOrEqual(engine.maxSliceImages);
      return call('evaluate', () => inner.evaluate(images, labels));
    },
    predict: (images) => call('predict', () => inner.predict(images)),
    readState: () => call('readState', inner.readState),
    writeState: (state) => call('writeState', () => inner.writeState(state)),
    dispose: async () => {
      await inner.dispose();
      if (isDead) throw new Error('a dead device cannot be freed');
    },
  };
  return { engine, calls };
}

/** An engine with the first fate, and successors with the others. */
async function open(fates: readonly Fate[]) {
  const [first, ...rest] = await Promise.all(fates.map(openFated));
  const successors = [...rest];
  const lost: Refusal[] = [];
  const engine = withSuccessors(first.engine, options, async (refusal) => {
    lost.push(refusal);
    return successors.shift()?.engine ?? null;
  });
  return { engine, lost, calls: [first, ...rest].map(({ calls }) => calls) };
}

async function uninterrupted() {
  const engine = await openInner();
  const outcome = await train(engine);
  await engine.dispose();
  return outcome;
}

afterEach(() => vi.restoreAllMocks());

describe('an engine with successors', () => {
  const fates: Record<string, readonly Fate[]> = {
    'in the first step': [{ lostIn: ['step', 1] }, {}],
    'in the first reading of the state': [{ lostIn: ['readState', 1] }, {}],
    'in the middle of a batch': [{ lostIn: ['step', 3] }, {}],
    'in a later step': [{ lostIn: ['step', 6] }, {}],
    'in a prediction': [{ lostIn: ['predict', 4] }, {}],
    'in the evaluation': [{ lostIn: ['evaluate', 1] }, {}],
    'twice, the second time while it takes over': [
      { lostIn: ['step', 5] },
      { lostIn: ['writeState', 1] },
      {},
    ],
    'twice, the second time while it catches up': [{ lostIn: ['step', 3] }, { lostIn: ['step', 1] }, {}],
    'three times': [
      { lostIn: ['predict', 2] },
      { lostIn: ['step', 4] },
      { lostIn: ['step', 3] },
      { name: 'cpu' },
    ],
  };

  test.each(Object.entries(fates))(
    'ends as if nothing had been lost when it is lost %s',
    async (_, engines) => {
      const { engine, lost } = await open(engines);
      expect(await train(engine)).toEqual(await uninterrupted());
      expect(lost.length).toBe(engines.length - 1);
      expect(engine.losses.length).toBe(engines.length - 1);
      await engine.dispose();
    },
  );

  test('ends as if nothing had been lost, whenever devices are lost', async () => {
    const expected = await uninterrupted();
    const calls = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(calls, fc.constantFrom('webgl' as const, 'cpu' as const), async (all, last) => {
        const { engine } = await open([...all.map((lostIn) => ({ lostIn })), { name: last }]);
        expect(await train(engine)).toEqual(expected);
        await engine.dispose();
      }),
      { numRuns: 40 },
    );
  });

  test('says what was lost, after which step, and what goes on', async () => {
    const { engine, lost } = await open([{ lostIn: ['step', 4] }, { name: 'wasm' }]);
    expect(engine).toMatchObject({ name: 'webgpu', device: 'fated webgpu', losses: [] });
    // Slices 1, 2 and 3, 4 to 6, 7 to 10: the fourth group is lost after two steps.
    await train(engine);
    expect(engine).toMatchObject({ name: 'wasm', device: 'fated wasm' });
    expect(engine.losses).toEqual([
      { code: 'deviceReplaced', values: { detail: 'in step', step: 2, engine: 'WASM' } },
    ]);
    expect(lost).toEqual([
      { name: 'webgpu', problem: { code: 'deviceLost', values: { detail: 'in step' } } },
    ]);
  });

  test('throws the loss where no engine is left, and can still be disposed of', async () => {
    const { engine } = await open([{ lostIn: 2 }, { name: 'webgl', lostIn: 3 }]);
    await expect(train(engine)).rejects.toMatchObject({ data: { code: 'deviceLost' } });
    await engine.dispose();
  });

  test('lets every other failure pass', async () => {
    const { engine, lost } = await open([{}, {}]);
    const failing = withSuccessors(
      { ...engine, step: () => Promise.reject(new Error('something else')) },
      options,
      () => Promise.reject(new Error('not to be opened')),
    );
    await expect(train(failing)).rejects.toThrow('something else');
    expect(lost).toEqual([]);
    await engine.dispose();
  });

  test('goes on from a state that was written', async () => {
    const { engine } = await open([{ lostIn: ['step', 3] }, {}]);
    const other = await openInner();
    await other.step(slices.slice(0, 6));
    const state = await other.readState();
    await engine.step(slices.slice(3, 6));
    await engine.writeState(state);
    await engine.step(slices.slice(6, 8));
    const results = await engine.step(slices.slice(8, 12));
    await other.step(slices.slice(6, 8));
    expect(results).toEqual(await other.step(slices.slice(8, 12)));
    expect(await engine.readState()).toEqual(await other.readState());
    await Promise.all([engine.dispose(), other.dispose()]);
  });

  test('cuts slices and evaluations for a successor that takes less at a time', async () => {
    const { engine } = await open([{ lostIn: ['step', 4] }, { name: 'cpu', maxSliceImages: 2 }]);
    const { told, state } = await train(engine);
    expect(engine.maxSliceImages).toBe(2);
    const expected = await uninterrupted();
    expect(told.length).toBe(expected.told.length);
    // Sums of other parts are rounded otherwise.
    expect(greatestDifference(numbersIn(told), numbersIn(expected.told))).toBeLessThan(1e-4);
    state.weights.forEach((weights, i) => {
      expect(greatestDifference(weights, expected.state.weights[i])).toBeLessThan(1e-5);
    });
    await engine.dispose();
  });

  test('reads no state of an engine that cannot be lost, and asks it for nothing twice', async () => {
    const { engine, calls } = await open([{ lostIn: ['step', 2] }, { name: 'wasm' }]);
    await train(engine);
    // The last one is the test's own.
    expect(calls[1].filter((name) => name === 'readState').length).toBe(1);
    expect(calls[1].filter((name) => name === 'writeState').length).toBe(1);
  });

  test('reads the state only between steps, and so seldom that it costs three percent', async () => {
    const READ_MS = 4;
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const inner = await openInner();
    const readAt: number[] = [];
    const readState = () => {
      readAt.push(now);
      now += READ_MS;
      return inner.readState();
    };
    const engine = withSuccessors({ ...inner, name: 'webgpu', readState }, options, async () => null);
    for (let step = 0; step < 400; step++) {
      now += 1;
      await engine.step(slices.slice(0, 3));
    }
    expect(readAt[0]).toBe(1);
    expect(readAt.length).toBe(4);
    readAt.slice(1).forEach((at, i) => expect(at - readAt[i]).toBe(READ_MS + 30 * READ_MS));

    now += 1000;
    await engine.step([slices[0]]);
    await engine.step([slices[1]]);
    expect(readAt.length).toBe(4);
    await engine.step([slices[2]]);
    expect(readAt.length).toBe(5);
    await engine.dispose();
  });
});

/** All numbers told, in order. */
function numbersIn(told: readonly unknown[]): number[] {
  return told.flatMap((each) => {
    if (each instanceof Float32Array) return [...each];
    const results = (Array.isArray(each) ? each : [each]) as SliceResult[];
    return results.flatMap(({ lossSum, correct }) => [lossSum, correct]);
  });
}
