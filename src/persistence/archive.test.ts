import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Archive, StoredRun } from './archive';
import { exampleHistory, exampleRun } from './exampleRun';
import { stubIndexedDb } from './fakeIndexedDb';
import { openIndexedDbArchive } from './indexedDbArchive';
import { createMemoryArchive } from './memoryArchive';

const refusal = { code: 'storageRefused', values: { detail: 'a test' } } as const;

const archives: Readonly<Record<string, { refusal: unknown; open(): Promise<Archive> }>> = {
  IndexedDB: { refusal: null, open: () => openIndexedDbArchive(new AbortController().signal) },
  memory: { refusal, open: async () => createMemoryArchive(refusal) },
};

beforeEach(() => void stubIndexedDb());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each(Object.entries(archives))('an archive in %s', (_name, { refusal, open }) => {
  let archive: Archive;
  beforeEach(async () => {
    archive = await open();
  });

  test('says whether it lasts, and has nothing at first', async () => {
    expect(archive.refusal).toEqual(refusal);
    expect(await archive.runs()).toEqual([]);
    expect(await archive.history('a')).toBeNull();
    expect(await archive.checkpoints()).toEqual([]);
    expect(await archive.checkpoints('a')).toEqual([]);
    expect(await archive.checkpointFile('a', 1)).toBeNull();
  });

  test('gives back what was saved', async () => {
    vi.setSystemTime(1_700_000_123_456);
    const run = exampleRun('a');
    await archive.save(run, exampleHistory(11), { step: 11, file: Uint8Array.of(3, 1, 4) });
    expect(await archive.runs()).toEqual([run]);
    expect(await archive.history('a')).toEqual(exampleHistory(11));
    const listed = { runKey: 'a', step: 11, byteCount: 3, savedAt: 1_700_000_123_456 };
    expect(await archive.checkpoints()).toEqual([listed]);
    expect(await archive.checkpointFile('a', 11)).toEqual(Uint8Array.of(3, 1, 4));
    expect(await archive.checkpointFile('a', 10)).toBeNull();
  });

  test('keeps a run that has only just begun, and one whose loss is not a number', async () => {
    const none = { parent: null, computedBy: null, lastLoss: null, result: null, weightsHash: null };
    const begun = exampleRun('b', { ...none, name: '', status: 'unfinished', step: 0, trainingMs: 0 });
    const diverged = exampleRun('a', { lastLoss: NaN, status: 'failed' });
    const boundless = exampleRun('c', { lastLoss: Infinity, status: 'failed' });
    await archive.save(begun, exampleHistory(0));
    await archive.save(diverged, { ...exampleHistory(1), losses: Float32Array.of(NaN) });
    await archive.save(boundless);
    expect(await archive.runs()).toEqual([diverged, begun, boundless]);
    expect(await archive.history('b')).toEqual(exampleHistory(0));
    expect((await archive.history('a'))?.losses).toEqual(Float32Array.of(NaN));
  });

  test('keeps runs of every status', async () => {
    const runs = (['unfinished', 'stopped', 'done', 'failed'] as const).map((status, i) =>
      exampleRun(String(i), { status }),
    );
    for (const run of runs) await archive.save(run);
    expect(await archive.runs()).toEqual(runs);
  });

  test('replaces what is saved again, and leaves what is not', async () => {
    await archive.save(exampleRun('a'), exampleHistory(3), { step: 3, file: Uint8Array.of(3) });
    await archive.save(exampleRun('a', { name: 'renamed' }));
    expect(await archive.runs()).toEqual([exampleRun('a', { name: 'renamed' })]);
    expect(await archive.history('a')).toEqual(exampleHistory(3));
    expect(await archive.checkpointFile('a', 3)).toEqual(Uint8Array.of(3));

    await archive.save(exampleRun('a'), exampleHistory(4), { step: 3, file: Uint8Array.of(4, 4) });
    expect(await archive.history('a')).toEqual(exampleHistory(4));
    expect(await archive.checkpoints()).toMatchObject([{ step: 3, byteCount: 2 }]);
    expect(await archive.checkpointFile('a', 3)).toEqual(Uint8Array.of(4, 4));
  });

  test('lists the newest run first', async () => {
    for (const [key, startedAt] of Object.entries({ a: 2, b: 3, d: 1, c: 1 })) {
      await archive.save(exampleRun(key, { startedAt }));
    }
    expect((await archive.runs()).map(({ key }) => key)).toEqual(['b', 'a', 'c', 'd']);
  });

  test('hides a deleted run until that is undone', async () => {
    const run = exampleRun('a');
    await archive.save(run, exampleHistory(2), { step: 2, file: Uint8Array.of(2) });
    await archive.save({ ...run, deletedAt: Date.now() });
    expect(await archive.runs()).toEqual([]);
    await archive.save(run);
    expect(await archive.runs()).toEqual([run]);
    expect(await archive.history('a')).toEqual(exampleHistory(2));
    expect(await archive.checkpointFile('a', 2)).toEqual(Uint8Array.of(2));
  });

  test('lists checkpoints by step, of one run or of all', async () => {
    for (const key of ['b', 'a', 'a,', 'aaa'])
      for (const step of [10, 9, 100, 0]) await archive.save(exampleRun(key), undefined, checkpointAt(step));
    const steps = [0, 9, 10, 100];
    expect((await archive.checkpoints('a')).map(({ runKey, step }) => [runKey, step])).toEqual(
      steps.map((step) => ['a', step]),
    );
    expect((await archive.checkpoints()).map(({ runKey, step }) => [runKey, step])).toEqual(
      ['a', 'a,', 'aaa', 'b'].flatMap((key) => steps.map((step) => [key, step])),
    );
  });

  test('removes the checkpoints it is told to, and nothing else', async () => {
    for (const key of ['a', 'b'])
      for (const step of [1, 2]) await archive.save(exampleRun(key), exampleHistory(2), checkpointAt(step));
    await archive.removeCheckpoints([
      { runKey: 'a', step: 1 },
      { runKey: 'b', step: 2 },
      { runKey: 'c', step: 3 },
    ]);
    await archive.removeCheckpoints([]);
    expect(await archive.checkpoints()).toMatchObject([
      { runKey: 'a', step: 2 },
      { runKey: 'b', step: 1 },
    ]);
    expect(await archive.checkpointFile('a', 1)).toBeNull();
    expect(await archive.checkpointFile('a', 2)).toEqual(checkpointAt(2).file);
    expect(await archive.runs()).toHaveLength(2);
    expect(await archive.history('a')).toEqual(exampleHistory(2));
  });

  test('keeps copies: what is changed afterwards changes nothing', async () => {
    const history = exampleHistory(5);
    const file = Uint8Array.of(1, 2, 3);
    const saving = archive.save(exampleRun('a'), history, { step: 5, file });
    history.losses.fill(9);
    file.fill(9);
    await saving;
    const first = { history: await archive.history('a'), file: await archive.checkpointFile('a', 5) };
    expect(first).toEqual({ history: exampleHistory(5), file: Uint8Array.of(1, 2, 3) });
    first.history?.correct.fill(9);
    first.file?.fill(9);
    expect(await archive.history('a')).toEqual(exampleHistory(5));
    expect(await archive.checkpointFile('a', 5)).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('keeps parts of larger buffers, shared ones too, without the rest', async () => {
    const room = { losses: new Float32Array(1000), correct: new Uint32Array(new SharedArrayBuffer(4000)) };
    const history = {
      losses: room.losses.subarray(1, 3),
      correct: room.correct.subarray(2, 4),
      stepEndsMs: new Float32Array(2),
    };
    const file = new Uint8Array(new SharedArrayBuffer(1000), 10, 4).fill(5);
    await archive.save(exampleRun('a'), history, { step: 2, file });
    const kept = await archive.history('a');
    expect(kept).toEqual({
      losses: new Float32Array(2),
      correct: new Uint32Array(2),
      stepEndsMs: new Float32Array(2),
    });
    expect(kept?.losses.buffer.byteLength).toBe(8);
    expect(kept?.correct.buffer.byteLength).toBe(8);
    const keptFile = await archive.checkpointFile('a', 2);
    expect(keptFile).toEqual(Uint8Array.of(5, 5, 5, 5));
    expect(keptFile?.buffer.byteLength).toBe(4);
    expect(await archive.checkpoints()).toMatchObject([{ byteCount: 4 }]);
  });

  test('what cannot be kept changes nothing', async () => {
    await archive.save(exampleRun('a'), exampleHistory(1), checkpointAt(1));
    const impossible = { ...exampleRun('a'), name: (() => 'a function') as unknown as string };
    await expect(archive.save(impossible, exampleHistory(2), checkpointAt(2))).rejects.toThrow();
    expect(await archive.runs()).toEqual([exampleRun('a')]);
    expect(await archive.history('a')).toEqual(exampleHistory(1));
    expect(await archive.checkpoints()).toMatchObject([{ step: 1 }]);
  });
});

test('both archives answer alike, whatever they were told', async () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const step = fc.nat(4);
  const change = fc.oneof(
    fc.record({
      key,
      startedAt: fc.nat(3),
      isDeleted: fc.boolean(),
      steps: fc.option(step),
      at: fc.option(step),
    }),
    fc.record({ removed: fc.array(fc.record({ runKey: key, step }), { maxLength: 4 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
      stubIndexedDb();
      vi.setSystemTime(1_700_000_000_000);
      const both = await Promise.all(Object.values(archives).map(({ open }) => open()));
      for (const told of changes) {
        for (const archive of both) {
          if ('removed' in told) {
            await archive.removeCheckpoints(told.removed);
          } else {
            const { key, startedAt, isDeleted, steps, at } = told;
            const run: StoredRun = exampleRun(key, { startedAt, deletedAt: isDeleted ? Date.now() : null });
            const history = steps === null ? undefined : exampleHistory(steps);
            await archive.save(run, history, at === null ? undefined : checkpointAt(at));
          }
        }
      }
      const [inIndexedDb, inMemory] = await Promise.all(both.map(everything));
      expect(inIndexedDb).toEqual(inMemory);
    }),
    { numRuns: 50 },
  );
});

/** All that an archive answers about three runs of up to five steps. */
async function everything(archive: Archive): Promise<unknown[]> {
  const keys = ['a', 'b', 'c'];
  return Promise.all([
    archive.runs(),
    archive.checkpoints(),
    ...keys.map((key) => archive.history(key)),
    ...keys.map((key) => archive.checkpoints(key)),
    ...keys.flatMap((key) => [0, 1, 2, 3, 4].map((step) => archive.checkpointFile(key, step))),
  ]);
}

/** A file that is another for every step. */
function checkpointAt(step: number): { step: number; file: Uint8Array } {
  return { step, file: Uint8Array.of(step, 1, 2).subarray(0, 1 + (step % 3)) };
}
