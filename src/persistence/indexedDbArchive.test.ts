import { IDBDatabase as FakeDatabase, IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exampleHistory, exampleRun } from './exampleRun';
import { closeByForce, openRaw, stubIndexedDb } from './fakeIndexedDb';
import { openIndexedDbArchive } from './indexedDbArchive';

const file = Uint8Array.of(1, 2, 3);
const HOUR_MS = 3_600_000;
const open = () => openIndexedDbArchive(new AbortController().signal);
const failed = (detail: unknown) => ({ data: { code: 'storageFailed', values: { detail } } });

let factory: IDBFactory;
beforeEach(() => {
  factory = stubIndexedDb();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** How many values there are in each store. */
async function storedCounts(): Promise<Record<string, number>> {
  const database = await openRaw();
  const names = [...database.objectStoreNames];
  const counts = await Promise.all(names.map(async (name) => [name, await database.count(name)]));
  database.close();
  return Object.fromEntries(counts) as Record<string, number>;
}

/** Puts a value where the archive keeps its own. */
async function putRaw(store: string, value: unknown, key?: IDBValidKey): Promise<void> {
  const database = await openRaw();
  await database.put(store, value, key);
  database.close();
}

describe('the archive in IndexedDB', () => {
  test('outlasts the page, and two tabs share it', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    await one.save(exampleRun('a'), exampleHistory(3), { step: 3, file });
    await other.save(exampleRun('b'));
    for (const archive of [one, other, await open()]) {
      expect((await archive.runs()).map(({ key }) => key)).toEqual(['a', 'b']);
      expect(await archive.history('a')).toEqual(exampleHistory(3));
      expect(await archive.checkpointFile('a', 3)).toEqual(file);
    }
  });

  test('lists runs and checkpoints without reading what is large', async () => {
    const archive = await open();
    await archive.save(exampleRun('a'), exampleHistory(3), { step: 3, file });
    const read: string[] = [];
    for (const method of ['get', 'getAll', 'openCursor'] as const) {
      const original = FakeStore.prototype[method] as (this: IDBObjectStore, ...rest: unknown[]) => never;
      vi.spyOn(FakeStore.prototype, method).mockImplementation(function (
        this: IDBObjectStore,
        ...rest: unknown[]
      ) {
        read.push(this.name);
        return original.apply(this, rest);
      });
    }
    await Promise.all([archive.runs(), archive.checkpoints(), archive.checkpoints('a')]);
    expect(read).toEqual(['runs', 'checkpoints', 'checkpoints']);
  });
});

describe('a save that fails', () => {
  const full = { data: { code: 'storageFull', values: {} } };
  const put = FakeStore.prototype.put;

  /** Takes the place of `put` in one store. */
  function stubPut(
    store: string,
    stub: (this: IDBObjectStore, value: unknown, key?: IDBValidKey) => IDBRequest,
  ) {
    vi.spyOn(FakeStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      return (this.name === store ? stub : put).call(this, value, key) as IDBRequest<IDBValidKey>;
    });
  }

  const accidents: readonly [string, unknown, Parameters<typeof stubPut>[1]][] = [
    [
      'the quota is exceeded at once',
      full,
      () => {
        throw new DOMException('no room', 'QuotaExceededError');
      },
    ],
    [
      'the quota is exceeded in the end',
      full,
      function (value, key) {
        const request = put.call(this, value, key);
        const transaction = this.transaction as unknown as { _abort(name: string): void };
        request.addEventListener('success', () => transaction._abort('QuotaExceededError'));
        return request;
      },
    ],
    [
      'a value is refused',
      failed(expect.stringContaining('constraint')),
      function (value, key) {
        return this.add(value, key);
      },
    ],
    [
      'a value cannot be copied',
      failed(expect.stringContaining('could not be cloned')),
      function (_value, key) {
        return put.call(this, () => 'a function', key);
      },
    ],
  ];

  test.each(accidents)('because %s changes nothing', async (_name, problem, stub) => {
    const archive = await open();
    await archive.save(exampleRun('a'), exampleHistory(3), { step: 3, file });
    const before = await archive.checkpoints();
    const later = exampleRun('a', { name: 'later' });
    for (const store of ['histories', 'checkpointFiles']) {
      stubPut(store, stub);
      const saving = archive.save(later, exampleHistory(4), { step: 3, file: Uint8Array.of(4) });
      await expect(saving).rejects.toMatchObject(problem as object);
      vi.restoreAllMocks();
      expect(await archive.runs()).toEqual([exampleRun('a')]);
      expect(await archive.history('a')).toEqual(exampleHistory(3));
      expect(await archive.checkpoints()).toEqual(before);
      expect(await archive.checkpointFile('a', 3)).toEqual(file);
    }
    await archive.save(later, exampleHistory(4), { step: 4, file });
    expect(await archive.runs()).toEqual([later]);
    expect(await archive.checkpoints()).toHaveLength(2);
  });
});

describe('what does not fit', () => {
  const good = exampleRun('good');
  const { result } = good;
  const damaged: readonly object[] = [
    { name: 7 },
    { step: -1 },
    { step: 0.5 },
    { status: 'sleeping' },
    { startedAt: '2026' },
    { trainingMs: undefined },
    { lastLoss: 'low' },
    { computedBy: { name: 'quantum', device: 'x', nodes: 1 } },
    { parent: { key: 'x' } },
    { result: { ...result, accuracy: 2 } },
    { weightsHash: 'x' },
    { config: null },
    { config: { ...good.config, preset: 'resnet' } },
    { config: { ...good.config, batchSize: 0 } },
    { config: { ...good.config, seed: '1' } },
    { config: { ...good.config, rateChanges: [{ step: 1 }] } },
  ];

  test('is left out of the list of runs', async () => {
    const archive = await open();
    await archive.save(good);
    for (const [i, changes] of damaged.entries())
      await putRaw('runs', { ...good, key: `bad ${i}`, ...changes });
    expect(await archive.runs()).toEqual([good]);
    expect(await (await open()).runs()).toEqual([good]);
  });

  test('is as good as no curves, no checkpoint and no file', async () => {
    const archive = await open();
    await archive.save(good, exampleHistory(2), { step: 2, file });
    await putRaw('histories', { ...exampleHistory(2), losses: [1, 2] }, 'a');
    await putRaw('histories', { ...exampleHistory(2), losses: new Float32Array(3) }, 'b');
    await putRaw('checkpoints', { runKey: 'good', step: 1, byteCount: 'large', savedAt: 1 });
    await putRaw('checkpoints', { runKey: 'good', step: 3 });
    await putRaw('checkpointFiles', 'text', ['good', 3]);
    expect(await archive.history('a')).toBeNull();
    expect(await archive.history('b')).toBeNull();
    expect(await archive.checkpoints('good')).toMatchObject([{ step: 2 }]);
    expect(await archive.checkpoints()).toMatchObject([{ step: 2 }]);
    expect(await archive.checkpointFile('good', 3)).toBeNull();
  });

  test('but only because it is older is completed', async () => {
    const archive = await open();
    const since = { validationCount: undefined, patience: undefined, rateChanges: undefined };
    // What is undefined does not survive this.
    const older: unknown = JSON.parse(JSON.stringify({ ...good.config, ...since }));
    await putRaw('runs', { ...good, config: older });
    const config = { ...good.config, validationCount: 0, patience: 0, rateChanges: [] };
    expect(await archive.runs()).toEqual([{ ...good, config }]);
  });
});

describe('opening', () => {
  test('removes for good what was deleted over an hour ago', async () => {
    const archive = await open();
    const now = Date.now();
    const deletions = { kept: null, lately: now - 0.9 * HOUR_MS, long: now - 1.1 * HOUR_MS };
    for (const [key, deletedAt] of Object.entries(deletions))
      for (const step of [0, 5]) {
        await archive.save(exampleRun(key, { deletedAt }), exampleHistory(5), { step, file });
      }
    await putRaw('runs', { key: 'damaged', deletedAt: 0 });
    await putRaw('histories', 'no curves', 'damaged');

    const reopened = await open();
    expect(await storedCounts()).toEqual({ runs: 2, histories: 2, checkpoints: 4, checkpointFiles: 4 });
    expect(await reopened.runs()).toEqual([exampleRun('kept')]);
    expect(await reopened.history('lately')).toEqual(exampleHistory(5));
    vi.setSystemTime(now + HOUR_MS);
    await open();
    expect(await storedCounts()).toEqual({ runs: 1, histories: 1, checkpoints: 2, checkpointFiles: 2 });
  });

  test('goes on where nothing can be removed', async () => {
    const archive = await open();
    await archive.save(exampleRun('a', { deletedAt: 1 }));
    await archive.save(exampleRun('b'));
    vi.spyOn(FakeStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('the disk is full', 'UnknownError');
    });
    expect(await (await open()).runs()).toEqual([exampleRun('b')]);
  });

  test('is given up with the signal, and what opens later is closed', async () => {
    const other = await openDB('gradpad', 1);
    const clearing = factory.deleteDatabase('gradpad');
    const patience = new AbortController();
    const opening = openIndexedDbArchive(patience.signal);
    patience.abort(new Error('too late'));
    await expect(opening).rejects.toThrow('too late');
    // What held it up goes away, and now it opens.
    other.close();
    const close = vi.spyOn(FakeDatabase.prototype, 'close');
    await new Promise((resolve) => clearing.addEventListener('success', resolve));
    // Requests to open are answered in their order.
    await openDB('gradpad');
    expect(close).toHaveBeenCalledTimes(1);
  });
});

describe('a connection that is lost', () => {
  test('makes room for a newer version in another tab, and then fails in words', async () => {
    const archive = await open();
    const saving = archive.save(exampleRun('a'), exampleHistory(3), { step: 3, file });
    const blocked = vi.fn();
    const newer = await openDB('gradpad', 99, { blocked });
    expect(blocked).not.toHaveBeenCalled();
    await saving;
    expect(await newer.count('checkpointFiles')).toBe(1);

    const problem = failed('another tab needs the storage; reload this one');
    await expect(archive.save(exampleRun('b'))).rejects.toMatchObject(problem);
    await expect(archive.removeCheckpoints([])).rejects.toMatchObject(problem);
    await expect(archive.runs()).rejects.toMatchObject(problem);
    await expect(archive.history('a')).rejects.toMatchObject(problem);
    await expect(archive.checkpoints('a')).rejects.toMatchObject(problem);
    await expect(archive.checkpointFile('a', 3)).rejects.toMatchObject(problem);
    newer.close();
  });

  test('to the browser fails in words', async () => {
    const connections: IDBDatabase[] = [];
    const { open: openNatively } = factory;
    vi.spyOn(factory, 'open').mockImplementation((...args) => {
      const request = openNatively.apply(factory, args);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    });
    const archive = await open();
    const closed = new Promise((resolve) => connections[0].addEventListener('close', resolve));
    closeByForce(connections[0]);
    await closed;
    const problem = failed('the browser closed it; reload the page');
    await expect(archive.save(exampleRun('a'))).rejects.toMatchObject(problem);
    expect(await (await open()).runs()).toEqual([]);
  });
});
