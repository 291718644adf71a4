import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { hash32 } from '../../../lib/hash32';
import { dropoutMask } from '../../dropoutMask';
import { greatestDifference } from '../../greatestDifference';
import { testKernels } from '../builtKernels';
import { activationKinds } from '../kernels';
import type { Placed } from './workbench';
import { bytesOf, createWorkbench, range, scattered } from './workbench';

/** Values of size 1 after one or two roundings; exp and tanh are right to the last bit but one. */
const TOLERANCE = 2e-7;

const upTo = (max: number) => fc.integer({ min: 1, max });
const names = ['linear', 'relu', 'sigmoid', 'tanh'] as const;

const curves = {
  linear: { value: (x: number) => x, slope: () => 1 },
  relu: { value: (x: number) => Math.max(0, x), slope: (y: number) => (y > 0 ? 1 : 0) },
  sigmoid: { value: (x: number) => 1 / (1 + Math.exp(-x)), slope: (y: number) => y * (1 - y) },
  tanh: { value: Math.tanh, slope: (y: number) => 1 - y * y },
} as const;

/** Pixels in places of their own: some kernels go through `channels` of each, where others lie behind. */
const pixels = fc.record({
  count: upTo(9),
  channels: upTo(4).map((fours) => 4 * fours),
  seed: fc.nat(),
});

describe('element by element', () => {
  testKernels('gather turns bytes into numbers 0 … 1', (module) => {
    const open = createWorkbench(module);
    const sizes = fc.record({ height: upTo(28), fours: upTo(7), count: upTo(5), seed: fc.nat() });
    fc.assert(
      fc.property(sizes, ({ height, fours, count, seed }) => {
        const { kernels, arena, numbers, below } = open(seed);
        const width = 4 * fours;
        const size = height * width;
        const bytes = arena.allocate(8 * size);
        const pixelsOfAll = arena.bytes(bytes, 8 * size).map(() => below(256));
        arena.bytes(bytes, 8 * size).set(pixelsOfAll);
        const indices = range(count).map(() => below(8));
        const rowStep = width + below(5);
        const imageStep = height * rowStep + below(9);
        const out = numbers(count * imageStep);
        const expected = out.values.slice();
        indices.forEach((index, image) => {
          for (let i = 0; i < size; i++) {
            const to = image * imageStep + Math.floor(i / width) * rowStep + (i % width);
            expected[to] = pixelsOfAll[index * size + i] / 255;
          }
        });
        const table = arena.table(indices);
        kernels.gather(bytes, table, count, height, width, out.address, 4 * imageStep, 4 * rowStep);
        expect(out.read()).toEqual(expected);
      }),
    );
  });

  testKernels('activate and deactivate follow the curve and its slope, also in place', (module) => {
    const open = createWorkbench(module);
    const cases = fc.record({ pixels, name: fc.constantFrom(...names), inPlace: fc.boolean() });
    fc.assert(
      fc.property(cases, ({ pixels: { count, channels, seed }, name, inPlace }) => {
        const bench = open(seed);
        const { kernels, arena, numbers, place } = bench;
        const kind = activationKinds[name];
        const lay = () => {
          const { offsets, length } = scattered(bench, count, channels);
          return { offsets, table: arena.table(bytesOf(offsets)), length };
        };
        const [xs, ys] = [lay(), lay()];
        // Up to ±20, where the curves are flat, and zero itself.
        const x = place(numbers(xs.length).values.map((value, i) => (i % 7 === 0 ? 0 : 20 * value ** 3)));
        const [y, yPlaces] = inPlace ? [x, xs] : [numbers(ys.length), ys];
        const outputs = y.values.slice();
        eachValue(count, channels, (m, c) => {
          outputs[yPlaces.offsets[m] + c] = curves[name].value(x.values[xs.offsets[m] + c]);
        });
        kernels.activate(kind, x.address, xs.table, y.address, yPlaces.table, count, channels);
        expect(greatestDifference(y.read(), outputs)).toBeLessThan(TOLERANCE);

        const [ds, outs] = [lay(), lay()];
        const d = numbers(ds.length);
        const [out, outPlaces] = inPlace ? [d, ds] : [numbers(outs.length), outs];
        const slopes = out.values.slice();
        const now = y.read();
        eachValue(count, channels, (m, c) => {
          const slope = curves[name].slope(now[yPlaces.offsets[m] + c]);
          slopes[outPlaces.offsets[m] + c] = d.values[ds.offsets[m] + c] * slope;
        });
        kernels.deactivate(
          kind,
          d.address,
          ds.table,
          y.address,
          yPlaces.table,
          out.address,
          outPlaces.table,
          count,
          channels,
        );
        expect(greatestDifference(out.read(), slopes)).toBeLessThan(TOLERANCE);
      }),
      { numRuns: 200 },
    );
  });

  testKernels('what is no number stays none, so that a training that diverges is seen', (module) => {
    const { kernels, arena, place } = createWorkbench(module)(1);
    for (const name of names) {
      const x = place([NaN, -1, 0, 1]);
      const table = arena.table([0]);
      kernels.activate(activationKinds[name], x.address, table, x.address, table, 1, 4);
      expect(x.read()[0], name).toBeNaN();
    }
  });

  testKernels('addRows adds rows', (module) => {
    const open = createWorkbench(module);
    fc.assert(
      fc.property(pixels, ({ count, channels, seed }) => {
        const bench = open(seed);
        const { offsets, length } = scattered(bench, count, channels);
        const d = bench.numbers(length);
        const g = bench.numbers(channels);
        const sums = range(channels).map((c) =>
          offsets.reduce((sum, offset) => sum + d.values[offset + c], g.values[c]),
        );
        const table = bench.arena.table(bytesOf(offsets));
        bench.kernels.addRows(d.address, table, count, channels, g.address);
        expect(greatestDifference(g.read(), sums)).toBeLessThan(count * TOLERANCE);
      }),
    );
  });

  testKernels('drop multiplies by the mask that all engines share, channel by channel', (module) => {
    const open = createWorkbench(module);
    const cases = fc.record({
      count: upTo(9),
      // Those that fill up a pixel are none of the image's units.
      channels: upTo(9),
      rate: fc.double({ min: 0, max: 0.99, noNaN: true }),
      inPlace: fc.boolean(),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(cases, ({ count, channels, rate, inPlace, seed }) => {
        const bench = open(seed);
        const { offsets, length } = scattered(bench, count, Math.ceil(channels / 4) * 4);
        const x = bench.numbers(length);
        const y: Placed = inPlace ? x : bench.numbers(length);
        const table = bench.arena.table(bytesOf(offsets));
        const [dropoutSeed, layer, image] = range(3).map(() => bench.below(2 ** 32));
        const imageSeed = hash32(hash32(dropoutSeed + layer) + image);
        const mask = dropoutMask(rate, dropoutSeed, layer, image, 1, count * channels);
        const expected = y.values.slice();
        eachValue(count, channels, (m, c) => {
          expected[offsets[m] + c] = x.values[offsets[m] + c] * mask[m * channels + c];
        });
        const threshold = Math.ceil(rate * 2 ** 32);
        const kept = 1 / (1 - rate);
        bench.kernels.drop(x.address, table, y.address, table, count, channels, imageSeed, threshold, kept);
        expect(y.read()).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  testKernels('spread and permute move values and nothing else', (module) => {
    const open = createWorkbench(module);
    fc.assert(
      fc.property(upTo(50), upTo(9), fc.nat(), (count, stride, seed) => {
        const { kernels, arena, numbers, below } = open(seed);
        const x = numbers(count);
        const spreadOut = numbers(count * stride);
        const expected = spreadOut.values.slice();
        x.values.forEach((value, i) => (expected[i * stride] = value));
        kernels.spread(x.address, spreadOut.address, count, stride);
        expect(spreadOut.read()).toEqual(expected);

        const sources = range(2 * count).map(() => below(count));
        const permuted = numbers(2 * count + 1);
        kernels.permute(x.address, arena.table(bytesOf(sources)), permuted.address, 2 * count);
        const last = permuted.values[2 * count];
        expect([...permuted.read()]).toEqual([...sources.map((source) => x.values[source]), last]);
      }),
    );
  });

  testKernels('transposePanels turns panels of outputs into panels of inputs', (module) => {
    const open = createWorkbench(module);
    const cases = fc.record({
      width: fc.constantFrom(8, 12),
      panels: fc.integer({ min: 1, max: 3 }),
      missing: fc.integer({ min: 0, max: 7 }),
      eights: fc.integer({ min: 1, max: 4 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(cases, ({ width, panels, missing, eights, seed }) => {
        const bench = open(seed);
        const inputs = 8 * eights;
        const units = panels * width - missing;
        const w = bench.numbers(panels * inputs * width);
        const out = bench.numbers(inputs * units);
        const expected = out.values.map((_, i) => {
          const input = 8 * Math.floor(i / (8 * units)) + (i % 8);
          const unit = Math.floor(i / 8) % units;
          return w.values[(Math.floor(unit / width) * inputs + input) * width + (unit % width)];
        });
        bench.kernels.transposePanels(w.address, width, inputs, units, out.address);
        expect(out.read()).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

function eachValue(count: number, channels: number, visit: (pixel: number, channel: number) => void): void {
  for (let m = 0; m < count; m++) for (let c = 0; c < channels; c++) visit(m, c);
}
