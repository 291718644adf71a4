import { describe, expect, it, vi } from 'vitest';
import { delay } from '../lib/delay';
import type { LoadProgress } from './dataset';
import { openDataset } from './dataset';
import type { Answer } from './fakeServer';
import {
  fakeManifest,
  fakeServer,
  fakeShard,
  isOffline,
  neverAnswers,
  refuses,
  sends,
  waitsFor,
} from './fakeServer';

const IMAGES_PER_SHARD = 4;
const names = Array.from({ length: 6 }, (_, index) => `training-0${index}`);
const training = await Promise.all(names.map((name) => fakeShard(name, IMAGES_PER_SHARD)));
const test = await Promise.all(['test-00', 'test-01'].map((name) => fakeShard(name, 3)));
const shards = [...training, ...test];
const totalBytes = shards.reduce((sum, { bytes }) => sum + bytes.length, 0);
const manifest = new TextEncoder().encode(JSON.stringify(fakeManifest(training, test)));

function publish() {
  const files = shards.map(({ shard, bytes }) => [shard.file, bytes]);
  return fakeServer(Object.fromEntries([...files, ['manifest.json', manifest]]));
}

function open({ baseUrl, fetch }: ReturnType<typeof publish>, stallMs = 60_000) {
  return openDataset({ baseUrl, fetch, patience: { stallMs, firstPauseMs: 1 } });
}

/** The shards that were asked for, in order. */
function shardsAsked({ requests }: ReturnType<typeof publish>) {
  return requests.map(({ file }) => file.replace('.shard', '')).filter((file) => file !== 'manifest.json');
}

function bytesOf(parts: readonly Uint8Array[]) {
  return new Uint8Array(Buffer.concat(parts));
}

/** Keeps shards back until `open` lets some go, in the order of `shards`. */
function gates(server: ReturnType<typeof publish>) {
  const opened: (() => void)[] = [];
  for (const { shard, bytes } of shards) {
    const opens = new Promise<void>((resolve) => opened.push(resolve));
    server.script(shard.file, waitsFor(opens, sends(bytes)));
  }
  return {
    open(...indices: number[]) {
      for (const index of indices) opened[index]();
    },
  };
}

describe('openDataset', () => {
  it('knows the sizes before any image is there', async () => {
    const server = publish();
    const dataset = await open(server);
    expect(dataset.training).toMatchObject({ imageCount: 24, loadedCount: 0 });
    expect(dataset.test).toMatchObject({ imageCount: 6, loadedCount: 0 });
    expect(dataset.training.images).toHaveLength(24 * 784);
    expect(server.requests).toEqual([{ file: 'manifest.json', cache: 'no-cache' }]);
  });

  it('tries again when the manifest cannot be reached', async () => {
    const server = publish();
    server.script('manifest.json', isOffline, refuses(500), neverAnswers);
    await open(server, 30);
    expect(server.requests).toHaveLength(4);
  });

  it.each<[string, Answer, object]>([
    ['manifestUnreachable', refuses(404), { detail: 'HTTP 404' }],
    ['manifestUnreachable', sends(manifest, 'text/html'), { detail: 'the server sent text/html' }],
    ['manifestInvalid', sends(manifest.subarray(9)), { detail: 'it is not JSON' }],
  ])('throws %s when that does not help', async (code, answer, values) => {
    const server = publish();
    server.script('manifest.json', answer, answer, answer, answer);
    await expect(open(server)).rejects.toMatchObject({ data: { code, values } });
  });
});

describe('load', () => {
  it('puts every image in its place', async () => {
    const dataset = await open(publish());
    await dataset.load(24);
    expect(dataset.training.loadedCount).toBe(24);
    expect(dataset.training.images).toEqual(bytesOf(training.map(({ images }) => images)));
    expect(dataset.training.labels).toEqual(bytesOf(training.map(({ labels }) => labels)));
    expect(dataset.test.loadedCount).toBe(6);
    expect(dataset.test.images).toEqual(bytesOf(test.map(({ images }) => images)));
    expect(dataset.test.labels).toEqual(bytesOf(test.map(({ labels }) => labels)));
  });

  it('fetches the shards it needs in order, and only the new ones when more are needed', async () => {
    const server = publish();
    const dataset = await open(server);
    await dataset.load(IMAGES_PER_SHARD + 1);
    expect(shardsAsked(server)).toEqual(['training-00', 'training-01', 'test-00', 'test-01']);
    await dataset.load(3 * IMAGES_PER_SHARD);
    expect(shardsAsked(server).slice(4)).toEqual(['training-02']);
    expect(dataset.training.loadedCount).toBe(12);
  });

  it('counts images from the first on without a gap, whatever arrives first', async () => {
    const server = publish();
    const dataset = await open(server);
    const gate = gates(server);
    let loadedShards = 0;
    const load = dataset.load(24, { onProgress: (progress) => (loadedShards = progress.loadedShards) });
    const arrived = (count: number) => vi.waitFor(() => expect(loadedShards).toBe(count), { interval: 1 });
    gate.open(1, 2);
    await arrived(2);
    expect(dataset.training.loadedCount).toBe(0);
    gate.open(0);
    await arrived(3);
    expect(dataset.training.loadedCount).toBe(12);
    gate.open(5, 4, 7, 6);
    await arrived(7);
    expect(dataset.training.loadedCount).toBe(12);
    gate.open(3);
    await load;
    expect(dataset.training.loadedCount).toBe(24);
  });

  it('has at most four shards in flight', async () => {
    const server = publish();
    const dataset = await open(server);
    const gate = gates(server);
    const load = dataset.load(24);
    await delay(10);
    expect(shardsAsked(server)).toHaveLength(4);
    gate.open(2);
    await vi.waitFor(() => expect(shardsAsked(server)).toHaveLength(5), { interval: 1 });
    await delay(10);
    expect(shardsAsked(server)).toHaveLength(5);
    gate.open(0, 1, 3, 4, 5, 6, 7);
    await load;
  });

  it('reports progress that only grows and counts no byte twice', async () => {
    const server = publish();
    const dataset = await open(server);
    const [first, second] = training;
    server.script(
      first.shard.file,
      sends(Uint8Array.from([...first.bytes, 0])),
      sends(first.bytes.subarray(0, 20)),
    );
    server.script(second.shard.file, refuses(500));
    const reports: LoadProgress[] = [];
    await dataset.load(24, { onProgress: (progress) => reports.push(progress) });
    expect(reports[0]).toEqual({ loadedBytes: 0, totalBytes, loadedShards: 0, shardCount: 8 });
    expect(reports.at(-1)).toEqual({ loadedBytes: totalBytes, totalBytes, loadedShards: 8, shardCount: 8 });
    const loadedBytes = reports.map((report) => report.loadedBytes);
    expect(loadedBytes).toEqual(loadedBytes.toSorted((a, b) => a - b));
  });

  it('counts what is there already as loaded', async () => {
    const dataset = await open(publish());
    await dataset.load(24);
    const reports: LoadProgress[] = [];
    await dataset.load(24, { onProgress: (progress) => reports.push(progress) });
    expect(reports).toEqual([{ loadedBytes: totalBytes, totalBytes, loadedShards: 8, shardCount: 8 }]);
  });

  it('goes on after a failure with what is missing', async () => {
    const server = publish();
    const dataset = await open(server);
    const othersArrived = Promise.all([dataset.training.until(16), dataset.test.until(6)]).then(
      () => undefined,
    );
    const missing = waitsFor(othersArrived, refuses(404));
    server.script('training-04.shard', missing, missing, missing, missing);
    const waiting = dataset.training.until(24);
    const problem = { data: { code: 'shardUnreachable', values: { shard: 'training-04.shard' } } };
    await Promise.all([
      expect(dataset.load(24)).rejects.toMatchObject(problem),
      expect(waiting).rejects.toMatchObject(problem),
    ]);
    // Who asks later is told too, unless the images are there.
    await expect(dataset.training.until(17)).rejects.toMatchObject(problem);
    await dataset.training.until(16);

    const askedBefore = shardsAsked(server).length;
    const load = dataset.load(24);
    await dataset.training.until(24);
    await load;
    expect(shardsAsked(server).slice(askedBefore)).toEqual(['training-04']);
    expect(dataset.training.images).toEqual(bytesOf(training.map(({ images }) => images)));
  });

  it('stops at once when aborted, and keeps what has arrived', async () => {
    const server = publish();
    const dataset = await open(server);
    const gate = gates(server);
    const controller = new AbortController();
    const load = dataset.load(24, { signal: controller.signal });
    gate.open(0);
    await dataset.training.until(4);
    const waiting = dataset.training.until(8);
    controller.abort('reset');
    await Promise.all([expect(load).rejects.toBe('reset'), expect(waiting).rejects.toBe('reset')]);
    expect(dataset.training.loadedCount).toBe(4);
    const askedBefore = shardsAsked(server).length;
    await delay(10);
    expect(shardsAsked(server)).toHaveLength(askedBefore);
  });

  it('lets an abandoned load end without disturbing its successor', async () => {
    const dataset = await open(publish());
    const controller = new AbortController();
    const abandoned = dataset.load(24, { signal: controller.signal });
    controller.abort('reset');
    const load = dataset.load(24);
    const waiting = dataset.training.until(24);
    await expect(abandoned).rejects.toBe('reset');
    await waiting;
    await load;
  });
});

describe('until', () => {
  it('resolves as soon as its images are there, not when the load ends', async () => {
    const server = publish();
    const dataset = await open(server);
    const gate = gates(server);
    const load = dataset.load(24);
    const waiting = dataset.training.until(5);
    gate.open(0, 1);
    await waiting;
    expect(dataset.training.loadedCount).toBe(8);
    gate.open(2, 3, 4, 5, 6, 7);
    await load;
  });

  it('stops waiting when its own signal is aborted, and the load goes on', async () => {
    const dataset = await open(publish());
    const controller = new AbortController();
    const load = dataset.load(24);
    const waiting = dataset.test.until(6, controller.signal);
    controller.abort('changed my mind');
    await expect(waiting).rejects.toBe('changed my mind');
    await load;
  });

  it('refuses to wait for images that do not exist', async () => {
    const dataset = await open(publish());
    await expect(dataset.training.until(25)).rejects.toThrow(RangeError);
  });
});
