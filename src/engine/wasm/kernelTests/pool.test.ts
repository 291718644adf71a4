import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { samePadding } from '../../../model/plan';
import { windowsOf } from '../../reference/windows';
import { testKernels } from '../builtKernels';
import type { Workbench } from './workbench';
import { bytesOf, createWorkbench, range, scattered } from './workbench';

const upTo = (max: number) => fc.integer({ min: 1, max });
const square = (max: number) => fc.tuple(upTo(max), upTo(max));

const geometry = fc
  .record({
    input: square(12),
    pool: square(5),
    strides: square(5),
    isSame: fc.boolean(),
    channels: upTo(3).map((fours) => 4 * fours),
    seed: fc.nat(),
  })
  .filter(({ input, pool, isSame }) => isSame || (pool[0] <= input[0] && pool[1] <= input[1]));
type Geometry = typeof geometry extends fc.Arbitrary<infer Value> ? Value : never;

/** Windows overlap, leave gaps or reach over the edge; values are whole and seldom positive, so that many are equal. */
function tryPooling(bench: Workbench, { input, pool, strides, isSame, channels }: Geometry): void {
  const { kernels, arena, place, numbers, below } = bench;
  const outputs = ([0, 1] as const).map((axis) => {
    const [before, after] = isSame ? samePadding(input[axis], pool[axis], strides[axis]) : [0, 0];
    return Math.floor((before + input[axis] + after - pool[axis]) / strides[axis]) + 1;
  });
  const windows = windowsOf(pool, strides, isSame ? 'same' : 'valid', input, outputs);
  const [xPlaces, dxPlaces] = range(2).map(() => scattered(bench, input[0] * input[1], channels));
  const [yPlaces, dyPlaces] = range(2).map(() => scattered(bench, windows.length, channels));
  const x = place(range(xPlaces.length).map(() => below(4) - 3));
  const [y, dy, dx] = [yPlaces, dyPlaces, dxPlaces].map(({ length }) => numbers(length));

  const [greatest, slopes] = [y.values.slice(), dx.values.slice()];
  windows.forEach((window, m) => {
    for (let c = 0; c < channels; c++) {
      let first = window[0].input;
      for (const { input: pixel } of window) {
        if (x.values[xPlaces.offsets[pixel] + c] > x.values[xPlaces.offsets[first] + c]) first = pixel;
      }
      greatest[yPlaces.offsets[m] + c] = x.values[xPlaces.offsets[first] + c];
      slopes[dxPlaces.offsets[first] + c] += dy.values[dyPlaces.offsets[m] + c];
    }
  });

  const covered = windows.flat();
  let covers = 0;
  const starts = arena.table([0, ...windows.map((window) => (covers += window.length))]);
  const [xOffsets, dxOffsets] = [xPlaces, dxPlaces].map(({ offsets }) =>
    arena.table(bytesOf(covered.map(({ input: pixel }) => offsets[pixel]))),
  );
  const [yTable, dyTable] = [yPlaces, dyPlaces].map(({ offsets }) => arena.table(bytesOf(offsets)));
  kernels.maxPool(x.address, starts, xOffsets, y.address, yTable, windows.length, channels);
  expect(y.read()).toEqual(greatest);
  kernels.maxPoolGradient(
    x.address,
    starts,
    xOffsets,
    y.address,
    yTable,
    dy.address,
    dyTable,
    windows.length,
    channels,
    dx.address,
    dxOffsets,
  );
  // The same sums in the same order.
  expect(dx.read()).toEqual(slopes);
}

describe('max pooling', () => {
  testKernels('takes the greatest, and gives the slope back to the first of equals', (module) => {
    const open = createWorkbench(module);
    fc.assert(
      fc.property(geometry, (generated) => tryPooling(open(generated.seed), generated)),
      { numRuns: 200 },
    );
    const lenet = { pool: [2, 2] as [number, number], strides: [2, 2] as [number, number], isSame: false };
    tryPooling(open(1), { ...lenet, input: [24, 24], channels: 24, seed: 1 });
    tryPooling(open(2), { ...lenet, input: [10, 10], channels: 32, seed: 2 });
  });
});
