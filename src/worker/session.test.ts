import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Dataset } from '../data/dataset';
import type { ImageSet } from '../data/imageSet';
import { Problem } from '../lib/problem';
import { createRandom } from '../lib/random';
import { guessesOf } from '../scores/readings';
import type { TrainingConfig } from '../training/config';
import { articleConfig } from '../training/config';
import type { TrainerClient, TrainerPort } from './client';
import { connectTrainer } from './client';
import type { RunEvent, ToTrainer } from './protocol';
import { createSession } from './session';

const config: TrainingConfig = {
  ...articleConfig,
  preset: 'softmax',
  engine: 'cpu',
  epochs: 2,
  imageCount: 320,
};

function noise(count: number): ImageSet {
  const random = createRandom(4);
  return {
    images: Uint8Array.from({ length: count * 784 }, () => random.below(256)),
    labels: Uint8Array.from({ length: count }, () => random.below(10)),
    imageCount: count,
    loadedCount: count,
    until: async () => undefined,
  };
}

const dataset: Dataset = { training: noise(320), test: noise(40), load: async () => undefined };

/** A client and a session at the two ends of a message channel, as a page and its worker are. */
function connect(openDataset: () => Promise<Dataset> = async () => dataset) {
  const { port1: pageEnd, port2: workerEnd } = new MessageChannel();
  const receive = createSession({ post: (message) => workerEnd.postMessage(message), openDataset });
  workerEnd.onmessage = ({ data }: MessageEvent<ToTrainer>) => receive(data);
  const port = Object.assign(pageEnd, {
    terminate: () => {
      pageEnd.close();
      workerEnd.close();
    },
    onerror: null,
  }) as unknown as TrainerPort;
  const events: { runId: number; event: RunEvent }[] = [];
  const crashes: string[] = [];
  const client = connectTrainer(() => port, {
    onEvent: (runId, event) => events.push({ runId, event }),
    onCrash: (problem) => crashes.push(problem.code),
    onSilence: () => undefined,
  });
  const types = (runId = 1) => events.filter((e) => e.runId === runId).map((e) => e.event.type);
  const until = (type: RunEvent['type'], runId = 1) =>
    vi.waitFor(() => expect(types(runId)).toContain(type), { timeout: 20_000, interval: 5 });
  const steps = (runId = 1) =>
    events.flatMap((e) => (e.runId === runId && e.event.type === 'steps' ? [...e.event.losses] : []));
  return { client, port, events, crashes, types, until, steps };
}

describe('a session', () => {
  let link: ReturnType<typeof connect>;
  let client: TrainerClient;
  beforeEach(() => {
    link = connect();
    client = link.client;
  });
  afterEach(() => client.close());

  const train = (change: Partial<TrainingConfig> = {}, runId = 1, paused = false) =>
    client.command({ type: 'train', runId, config: { ...config, ...change }, paused, known: [], from: null });

  test('tells a run from the first stage of its engine to done', async () => {
    train();
    await link.until('done');
    const types = link.types();
    expect(types.slice(0, 6)).toEqual(['stage', 'stage', 'engine', 'ready', 'checkpoint', 'steps']);
    expect(types.slice(-3)).toEqual(['evaluated', 'checkpoint', 'done']);
    expect(link.steps().length).toBe(20);
    expect(link.events[2].event).toMatchObject({ engine: { name: 'cpu' } });
  });

  test('pause holds the run, step makes one step, resume goes on to the same end', async () => {
    train({}, 1);
    await link.until('done');
    train({}, 2, true);
    await link.until('ready', 2);
    expect(link.steps(2)).toEqual([]);
    client.command({ type: 'step' });
    await link.until('steps', 2);
    await client.request('ping', {});
    expect(link.steps(2).length).toBe(1);
    client.command({ type: 'resume' });
    client.command({ type: 'pause' });
    await client.request('ping', {});
    client.command({ type: 'resume' });
    await link.until('steps', 2);
    client.command({ type: 'pause' });
    client.command({ type: 'resume' });
    await link.until('done', 2);
    expect(link.steps(2)).toEqual(link.steps(1));
  });

  test('a pause while running is announced and holds', async () => {
    train({ epochs: 1000 });
    await link.until('steps');
    client.command({ type: 'pause' });
    await link.until('paused');
    const steps = link.steps().length;
    client.command({ type: 'step' });
    await vi.waitFor(() => expect(link.steps().length).toBe(steps + 1));
    expect(link.types().at(-1)).toBe('steps');
    client.command({ type: 'resume' });
    await link.until('resumed');
  });

  test('reads digits while training and afterwards, and not before or after a reset', async () => {
    const digit = new Uint8Array(784).fill(90);
    expect(await client.request('predict', { digit })).toBeNull();
    train({ epochs: 20 });
    await link.until('steps');
    const during = await client.request('predict', { digit });
    expect(during!.step).toBeGreaterThan(0);
    expect(during!.step).toBeLessThan(200);
    await link.until('done');
    const after = await client.request('predict', { digit });
    expect(after!.step).toBe(200);
    expect(after!.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
    client.command({ type: 'reset' });
    await vi.waitFor(async () => expect(await client.request('predict', { digit })).toBeNull());
  });

  test('says which training images a digit is like, once a run has fetched some; the newest question wins', async () => {
    const digit = dataset.training.images.slice(784 * 7, 784 * 8);
    expect(await client.request('likeness', { digit })).toBeNull();
    train({}, 1, true);
    await link.until('ready');
    const [older, newer] = await Promise.all([
      client.request('likeness', { digit: new Uint8Array(784).fill(9) }),
      client.request('likeness', { digit }),
    ]);
    expect(older).toBeNull();
    expect(newer!.imageCount).toBe(320);
    expect(newer!.nearest.length).toBe(3);
    expect(newer!.nearest[0]).toEqual({ label: dataset.training.labels[7], pixels: digit });
    expect(newer!.unlikeness).toBeGreaterThan(0);
  });

  test('a new run silences the one before', async () => {
    train({ epochs: 1000 }, 1);
    await link.until('steps', 1);
    train({}, 2);
    await link.until('done', 2);
    const lastOfFirst = link.events.findLastIndex((e) => e.runId === 1);
    const firstOfSecond = link.events.findIndex((e) => e.runId === 2);
    expect(lastOfFirst).toBeLessThan(firstOfSecond);
    expect(link.types(1)).not.toContain('done');
  });

  test('reads every test image and every image held out by a checkpoint, and hands out their pixels', async () => {
    train({ validationCount: 60 });
    await link.until('done');
    const { accuracy } = link.events.map(({ event }) => event).find((e) => e.type === 'evaluated')!;
    const { file } = link.events.map(({ event }) => event).findLast((e) => e.type === 'checkpoint')!;
    await expect(client.request('readImages', { set: 'test' })).rejects.toThrow();
    await client.request('view', { file });

    const test = await client.request('readImages', { set: 'test' });
    expect(test.labels).toEqual(dataset.test.labels);
    const right = guessesOf(test).digits.filter((digit, image) => digit === test.labels[image]).length;
    expect(right / 40).toBe(accuracy);
    const last = dataset.test.images.subarray(39 * 784);
    const { probabilities } = await client.request('readView', { digit: last });
    expect(test.probabilities.subarray(390)).toEqual(probabilities);

    const heldOut = await client.request('readImages', { set: 'heldOut' });
    expect(heldOut.labels).toEqual(dataset.training.labels.subarray(260));
    expect(heldOut.probabilities.length).toBe(600);
    const pixels = await client.request('images', { from: 'training', numbers: Uint32Array.of(319, 0) });
    expect(pixels.subarray(784)).toEqual(dataset.training.images.subarray(0, 784));
    expect(pixels.subarray(0, 784)).toEqual(dataset.training.images.subarray(319 * 784));
  });

  test('says which engine a choice would give', async () => {
    const report = await client.request('survey', { choice: 'webgpu' });
    expect(report.name).toBe('wasm');
    expect(report.refused.map(({ name }) => name)).toEqual(['webgpu', 'webgl']);
  });
});

describe('when something fails', () => {
  test('data that cannot be had ends the run in words; the next run asks again', async () => {
    let isBroken = true;
    const link = connect(async () => {
      if (isBroken) throw new Problem('manifestUnreachable', { detail: 'HTTP 404' });
      return dataset;
    });
    link.client.command({ type: 'train', runId: 1, config, paused: false, known: [], from: null });
    await link.until('failed');
    expect(link.events.at(-1)!.event).toMatchObject({ problem: { code: 'manifestUnreachable' } });
    isBroken = false;
    link.client.command({ type: 'train', runId: 2, config, paused: false, known: [], from: null });
    await link.until('done', 2);
    link.client.close();
  });

  test('a worker that breaks rejects every open question and says so', async () => {
    const link = connect(() => new Promise(() => undefined));
    const answer = link.client.request('ping', {});
    link.port.onerror?.call(
      link.port as Worker,
      { message: 'boom', preventDefault: () => undefined } as ErrorEvent,
    );
    await expect(answer).rejects.toMatchObject({
      data: { code: 'trainerCrashed', values: { detail: 'boom' } },
    });
    expect(link.crashes).toEqual(['trainerCrashed']);
  });
});
