import { IDBDatabase as FakeDatabase, IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exampleRun } from './exampleRun';
import { stubIndexedDb } from './fakeIndexedDb';
import { openArchive } from './openArchive';

describe('openArchive', () => {
  let factory: IDBFactory;
  beforeEach(() => {
    factory = stubIndexedDb();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  async function expectRefusal(detail: unknown, opening = openArchive()) {
    const archive = await opening;
    expect(archive.refusal).toEqual({ code: 'storageRefused', values: { detail } });
    await archive.save(exampleRun('a'));
    expect(await archive.runs()).toEqual([exampleRun('a')]);
  }

  test('takes what lasts where the browser has it', async () => {
    const archive = await openArchive();
    expect(archive.refusal).toBeNull();
    await archive.save(exampleRun('a'));
    expect(await (await openArchive()).runs()).toEqual([exampleRun('a')]);
  });

  test('takes memory where there is no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expectRefusal(expect.stringContaining('undefined'));
  });

  test('takes memory where opening is forbidden', async () => {
    vi.spyOn(factory, 'open').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    await expectRefusal('The operation is insecure.');
  });

  test('takes memory where opening fails, as after a newer version', async () => {
    (await openDB('gradpad', 99)).close();
    await expectRefusal(expect.stringContaining('version'));
  });

  test('takes memory where it opens and cannot be read, and lets go of it', async () => {
    vi.spyOn(FakeStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Connection lost.', 'UnknownError');
    });
    const close = vi.spyOn(FakeDatabase.prototype, 'close');
    await expectRefusal('Connection lost.');
    expect(close).toHaveBeenCalledTimes(1);
  });

  test('takes memory where the browser does not answer for 3 s', async () => {
    vi.spyOn(factory, 'open').mockImplementation(() => new IDBOpenDBRequest());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opened = vi.fn();
    const opening = openArchive();
    void opening.then(opened);
    await vi.advanceTimersByTimeAsync(2999);
    expect(opened).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(opened).toHaveBeenCalled();
    await expectRefusal('no answer for 3 s', opening);
  });
});
