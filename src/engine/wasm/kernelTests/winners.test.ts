import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { testKernels } from '../builtKernels';
import { addProduct, expectSums, sumsFrom } from './sums';
import type { Workbench } from './workbench';
import { bytesOf, createWorkbench, range, scattered } from './workbench';

interface Winner {
  /** Floats. */
  readonly origin: number;
  readonly value: number;
}

/** Lists as `listWinners` leaves them; behind each, something that is none of it. */
function placeLists({ arena }: Workbench, lists: readonly (readonly Winner[])[]) {
  const listBytes = 8 * (1 + Math.max(...lists.map((list) => list.length)));
  const address = arena.allocate(lists.length * listBytes);
  const ends = arena.table(lists.map((list, c) => address + c * listBytes + 8 * list.length));
  lists.forEach((list, c) => {
    const at = address + c * listBytes;
    arena.floats(at, listBytes / 4).fill(NaN);
    list.forEach(({ origin, value }, i) => {
      arena.integers(at + 8 * i, 1)[0] = 4 * origin;
      arena.floats(at + 8 * i + 4, 1)[0] = value;
    });
  });
  return { address, listBytes, ends };
}

const someWinners = ({ numbers, below }: Workbench, channels: number, length: number): Winner[][] =>
  range(channels).map(() => {
    const { values } = numbers(below(length + 1));
    return Array.from(values, (value) => ({ origin: below(100), value }));
  });

/** Windows as plain lists of pixels, anywhere; values are whole and seldom positive, so that many are equal. */
function tryListing(bench: Workbench, count: number, channels: number): void {
  const { kernels, arena, place, below } = bench;
  const pixels = 20;
  const windows = range(count).map(() => range(1 + below(5)).map(() => below(pixels)));
  const covered = windows.flat();
  const origins = covered.map(() => below(1000));
  const xPlaces = scattered(bench, pixels, channels);
  const [yPlaces, dPlaces] = range(2).map(() => scattered(bench, count, channels));
  const x = place(range(xPlaces.length).map(() => below(4) - 3));
  const y = place(range(yPlaces.length).map(() => 0));
  const d = place(range(dPlaces.length).map(() => below(3) - 1));

  const expected: Winner[][] = range(channels).map(() => []);
  let covers = 0;
  const starts = [0, ...windows.map((window) => (covers += window.length))];
  windows.forEach((window, m) => {
    for (let c = 0; c < channels; c++) {
      const values = window.map((pixel) => x.values[xPlaces.offsets[pixel] + c]);
      const first = values.indexOf(Math.max(...values));
      const value = d.values[dPlaces.offsets[m] + c];
      if (value !== 0) expected[c].push({ origin: origins[starts[m] + first], value });
    }
  });

  const listBytes = 8 * (count + 1);
  const lists = arena.allocate(channels * listBytes);
  const ends = arena.allocate(4 * channels);
  const startTable = arena.table(starts);
  const offsets = arena.table(bytesOf(covered.map((pixel) => xPlaces.offsets[pixel])));
  const [yTable, dTable] = [yPlaces, dPlaces].map((places) => arena.table(bytesOf(places.offsets)));
  const originTable = arena.table(bytesOf(origins));
  kernels.maxPool(x.address, startTable, offsets, y.address, yTable, count, channels);
  kernels.listWinners(
    x.address,
    startTable,
    offsets,
    originTable,
    y.address,
    yTable,
    d.address,
    dTable,
    count,
    channels,
    lists,
    listBytes,
    ends,
  );
  const listed = range(channels).map((c) => {
    const start = lists + c * listBytes;
    const length = (arena.integers(ends, channels)[c] - start) / 8;
    return range(length).map((i) => ({
      origin: arena.integers(start + 8 * i, 1)[0] / 4,
      value: arena.floats(start + 8 * i + 4, 1)[0],
    }));
  });
  expect(listed).toEqual(expected);
}

/** dW, tiles of all kinds; the gradient is added to. */
function tryCorrelating(
  bench: Workbench,
  tiles: { tens: number; nines: number; threes: number },
  channels: number,
): void {
  const { kernels, arena, numbers, below } = bench;
  const vectors = 10 * tiles.tens + 9 * tiles.nines + 3 * tiles.threes;
  const a = numbers(300);
  const taps = range(vectors).map(() => below(150));
  const winners = someWinners(bench, channels, 30);
  const g = numbers(channels * 4 * vectors);
  const expected = sumsFrom(g.values);
  winners.forEach((list, c) => {
    for (const { origin, value } of list) {
      taps.forEach((tap, vector) => {
        for (let lane = 0; lane < 4; lane++) {
          addProduct(expected, 4 * (c * vectors + vector) + lane, value * a.values[origin + tap + lane]);
        }
      });
    }
  });
  const { address, listBytes, ends } = placeLists(bench, winners);
  const tapTable = arena.table(bytesOf(taps));
  const { tens, nines, threes } = tiles;
  kernels.correlateWinners(
    a.address,
    address,
    listBytes,
    ends,
    channels,
    tapTable,
    tens,
    nines,
    threes,
    g.address,
  );
  expectSums(g.read(), expected);
}

/** dA, which is added to. */
function trySpreading(bench: Workbench, rows: number, runVectors: number, channels: number): void {
  const { kernels, numbers, below } = bench;
  const run = 4 * runVectors;
  const rowStep = run + 4 * below(4);
  const filter = rows * run + 4 * below(3);
  const w = numbers(channels * filter);
  const winners = someWinners(bench, channels, 20);
  const da = numbers(100 + rows * rowStep);
  const expected = sumsFrom(da.values);
  winners.forEach((list, c) => {
    for (const { origin, value } of list) {
      for (let r = 0; r < rows; r++) {
        for (let j = 0; j < run; j++) {
          const place = origin + r * rowStep + j;
          addProduct(expected, place, value * w.values[c * filter + r * run + j]);
        }
      }
    }
  });
  const { address, listBytes, ends } = placeLists(bench, winners);
  kernels.spreadWinners(
    w.address,
    4 * filter,
    address,
    listBytes,
    ends,
    channels,
    rows,
    4 * run,
    4 * rowStep,
    da.address,
  );
  expectSums(da.read(), expected);
}

const upTo = (max: number) => fc.integer({ min: 1, max });
const fewOf = fc.integer({ min: 0, max: 2 });
const seed = fc.nat();

describe('winners of max pooling', () => {
  testKernels('are listed by channel, the first of equals, without zeros', (module) => {
    const open = createWorkbench(module);
    fc.assert(
      fc.property(upTo(30), upTo(3), seed, (count, fours, generatedSeed) =>
        tryListing(open(generatedSeed), count, 4 * fours),
      ),
      { numRuns: 200 },
    );
    tryListing(open(1), 144, 24);
  });

  testKernels('give the gradient of the filters', (module) => {
    const open = createWorkbench(module);
    const tiles = fc.record({ tens: fewOf, nines: fewOf, threes: fewOf });
    fc.assert(
      fc.property(tiles, upTo(5), seed, (generated, channels, generatedSeed) =>
        tryCorrelating(open(generatedSeed), generated, channels),
      ),
      { numRuns: 200 },
    );
    // Lenet's convolutions.
    tryCorrelating(open(1), { tens: 1, nines: 0, threes: 0 }, 24);
    tryCorrelating(open(2), { tens: 0, nines: 6, threes: 0 }, 32);
  });

  testKernels('give the gradient of the input', (module) => {
    const open = createWorkbench(module);
    fc.assert(
      fc.property(upTo(5), upTo(4), upTo(5), seed, (rows, pairs, channels, generatedSeed) =>
        trySpreading(open(generatedSeed), rows, 2 * pairs, channels),
      ),
      { numRuns: 200 },
    );
    trySpreading(open(1), 3, 18, 32);
  });
});
