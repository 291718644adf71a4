import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { testKernels } from '../builtKernels';
import { addProduct, expectSums, sumsFrom } from './sums';
import { bytesOf, createWorkbench, range, scattered } from './workbench';
import type { Workbench } from './workbench';

interface MultiplyCase {
  readonly width: 8 | 12;
  readonly rows: number;
  readonly run: number;
  readonly count: number;
  readonly panels: number;
  readonly bias: boolean;
  readonly relu: boolean;
  readonly seed: number;
}

/** multiply8 or multiply12, and the formula above it, on scattered windows and rows. */
function tryMultiply(bench: Workbench, { width, rows, run, count, panels, bias, relu }: MultiplyCase): void {
  const { kernels, arena, numbers, below } = bench;
  const filledUp = Math.ceil(count / 4) * 4;
  const rowStep = run + below(4);
  const a = numbers(rows * rowStep + 50);
  const windows = range(filledUp).map(() => below(50));
  const b = numbers(panels * rows * run * width);
  const biases = numbers(panels * width);
  const { offsets, length } = scattered(bench, count, panels * width);
  const c = numbers(length);
  const scratch = arena.allocate(4 * panels * width) - c.address;
  const targets = [...bytesOf(offsets), ...new Array<number>(filledUp - count).fill(scratch)];

  const expected = sumsFrom(c.values);
  offsets.forEach((offset, m) => {
    for (let n = 0; n < panels * width; n++) {
      const [panel, column] = [Math.floor(n / width), n % width];
      if (bias) expected.values[offset + n] = expected.magnitudes[offset + n] = 0;
      if (bias) addProduct(expected, offset + n, biases.values[n]);
      for (let r = 0; r < rows; r++) {
        for (let j = 0; j < run; j++) {
          const weight = b.values[((panel * rows + r) * run + j) * width + column];
          addProduct(expected, offset + n, a.values[windows[m] + r * rowStep + j] * weight);
        }
      }
      if (relu) expected.values[offset + n] = Math.max(0, expected.values[offset + n]);
    }
  });

  kernels[`multiply${width}`](
    a.address,
    arena.table(bytesOf(windows)),
    rows,
    run,
    4 * rowStep,
    b.address,
    panels,
    4 * rows * run * width,
    bias ? biases.address : 0,
    bias ? 4 * width : 0,
    c.address,
    arena.table(targets),
    count,
    relu ? 1 : 0,
  );
  expectSums(c.read(), expected);
}

/** multiplyBack8: masked where `isMasked`, by values of which half are positive. */
function tryMultiplyBack(
  bench: Workbench,
  { run, count, panels, isMasked }: { run: number; count: number; panels: number; isMasked: boolean },
): void {
  const { kernels, arena, numbers, below } = bench;
  const rows = Math.ceil(count / 4) * 4;
  const a = numbers(run + 60);
  const starts = range(rows).map(() => below(60));
  const b = numbers(panels * run * 8);
  const [cPlaces, yPlaces] = range(2).map(() => scattered(bench, rows, 8 * panels));
  const [c, y] = [cPlaces, yPlaces].map(({ length }) => numbers(length));
  const expected = sumsFrom(c.values);
  for (let m = 0; m < rows; m++) {
    for (let n = 0; n < 8 * panels; n++) {
      const place = cPlaces.offsets[m] + n;
      expected.values[place] = expected.magnitudes[place] = 0;
      if (isMasked && !(y.values[yPlaces.offsets[m] + n] > 0)) continue;
      for (let k = 0; k < run; k++) {
        const weight = b.values[(Math.floor(n / 8) * run + k) * 8 + (n % 8)];
        addProduct(expected, place, a.values[starts[m] + k] * weight);
      }
    }
  }
  const [aTable, cTable, yTable] = [starts, cPlaces.offsets, yPlaces.offsets].map((places) =>
    arena.table(bytesOf(places)),
  );
  kernels.multiplyBack8(
    a.address,
    aTable,
    run,
    b.address,
    panels,
    c.address,
    cTable,
    isMasked ? y.address : 0,
    yTable,
    rows,
  );
  expectSums(c.read(), expected);
}

interface CorrelateCase {
  readonly width: 8 | 12;
  readonly weights: number;
  readonly count: number;
  readonly panels: number;
  readonly hasBias: boolean;
  readonly seed: number;
}

/** correlate8, its weights split at random, or correlate12; the gradient is added to, and with correlate8 that of a bias. */
function tryCorrelate(bench: Workbench, { width, weights, count, panels, hasBias }: CorrelateCase): void {
  const { kernels, arena, numbers, below } = bench;
  const a = numbers(200);
  const windows = range(count).map(() => below(100));
  const places = range(weights).map(() => below(100));
  const { offsets, length } = scattered(bench, count, panels * width);
  const d = numbers(length);
  const g = numbers(panels * weights * width);

  const bias = numbers(panels * width);
  const sums = sumsFrom(bias.values);
  const expected = sumsFrom(g.values);
  for (let k = 0; k < weights; k++) {
    for (let n = 0; n < panels * width; n++) {
      const place = (Math.floor(n / width) * weights + k) * width + (n % width);
      for (let m = 0; m < count; m++) {
        addProduct(expected, place, a.values[windows[m] + places[k]] * d.values[offsets[m] + n]);
      }
    }
  }

  const tables = [windows, places, offsets].map((table) => arena.table(bytesOf(table)));
  const [aTable, kTable, dTable] = tables;
  if (width === 12) {
    kernels.correlate12(a.address, aTable, kTable, weights, d.address, dTable, count, g.address);
  } else {
    const fives = below(Math.floor(weights / 5) + 1);
    const fours = below(Math.floor((weights - 5 * fives) / 4) + 1);
    kernels.correlate8(
      a.address,
      aTable,
      kTable,
      weights,
      fours,
      fives,
      d.address,
      dTable,
      count,
      g.address,
      panels,
      hasBias && fours > 0 ? bias.address : 0,
    );
    if (hasBias && fours > 0) {
      offsets.forEach((offset) => {
        for (let n = 0; n < panels * width; n++) addProduct(sums, n, d.values[offset + n]);
      });
    }
  }
  expectSums(bias.read(), sums);
  expectSums(g.read(), expected);
}

const upTo = (max: number) => fc.integer({ min: 1, max });
const seed = fc.nat();

describe('products', () => {
  testKernels('multiply is the sum of products', (module) => {
    const open = createWorkbench(module);
    const generated = fc.record({
      width: fc.constantFrom(8 as const, 12 as const),
      rows: upTo(5),
      run: upTo(20),
      count: upTo(13),
      panels: upTo(3),
      bias: fc.boolean(),
      relu: fc.boolean(),
      seed,
    });
    fc.assert(
      fc.property(generated, (multiplyCase) => tryMultiply(open(multiplyCase.seed), multiplyCase)),
      { numRuns: 200 },
    );
    const real = { bias: true, relu: true, seed: 1 };
    // The article's convolution, lenet's second one and its way back, 512 weights of a dense layer, and of the logits.
    tryMultiply(open(1), { ...real, width: 8, rows: 3, run: 3, count: 676, panels: 4 });
    tryMultiply(open(2), { ...real, width: 8, rows: 3, run: 72, count: 100, panels: 4 });
    tryMultiply(open(3), { ...real, width: 8, rows: 3, run: 96, count: 144, panels: 3, relu: false });
    tryMultiply(open(4), { ...real, width: 8, rows: 1, run: 512, count: 16, panels: 32, bias: false });
    tryMultiply(open(5), { ...real, width: 12, rows: 1, run: 512, count: 15, panels: 1, bias: false });
  });

  testKernels('multiplyBack is a sum of products, cut off where a relu was', (module) => {
    const open = createWorkbench(module);
    const generated = fc.record({
      run: upTo(20),
      count: upTo(13),
      panels: upTo(4),
      isMasked: fc.boolean(),
      seed,
    });
    fc.assert(
      fc.property(generated, (backCase) => tryMultiplyBack(open(backCase.seed), backCase)),
      { numRuns: 200 },
    );
    // The article's logits, and lenet's hidden layer.
    tryMultiplyBack(open(1), { run: 10, count: 12, panels: 2704, isMasked: true });
    tryMultiplyBack(open(2), { run: 256, count: 12, panels: 100, isMasked: false });
  });

  testKernels('relu does not hide what is no number', (module) => {
    const { kernels, arena, place, numbers } = createWorkbench(module)(1);
    const windows = arena.table([0, 0, 0, 0]);
    for (const width of [8, 12] as const) {
      const c = numbers(4 * width);
      kernels[`multiply${width}`](
        place([NaN]).address,
        windows,
        1,
        1,
        4,
        numbers(width).address,
        1,
        4 * width,
        numbers(width).address,
        0,
        c.address,
        arena.table(bytesOf([0, width, 2 * width, 3 * width])),
        4,
        1,
      );
      expect(c.read().every(Number.isNaN)).toBe(true);
    }
  });

  testKernels('correlate adds the sum of products', (module) => {
    const open = createWorkbench(module);
    const generated = fc.record({
      width: fc.constantFrom(8 as const, 12 as const),
      weights: upTo(40),
      count: upTo(50),
      panels: upTo(3),
      hasBias: fc.boolean(),
      seed,
    });
    fc.assert(
      fc.property(generated, (correlateCase) => {
        // Twelve outputs are one panel.
        const panels = correlateCase.width === 12 ? 1 : correlateCase.panels;
        tryCorrelate(open(correlateCase.seed), { ...correlateCase, panels });
      }),
      { numRuns: 200 },
    );
    tryCorrelate(open(1), { width: 8, weights: 9, count: 676, panels: 4, hasBias: true, seed: 1 });
    tryCorrelate(open(2), { width: 8, weights: 216, count: 100, panels: 4, hasBias: true, seed: 2 });
    tryCorrelate(open(3), { width: 12, weights: 1024, count: 16, panels: 1, hasBias: false, seed: 3 });
  });
});
