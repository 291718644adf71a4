/** What an axis spans, and where it is labelled. */
export interface AxisTicks {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** 1, 2 or 5 times a power of ten: the step that divides `span` into at most `count` parts. */
function roundStep(span: number, count: number): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  // The small allowance keeps 0.30000000000000004 from counting as more than 0.3.
  return power * [1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9))!;
}

/** An axis from 0 to exactly `max`, labelled at round numbers, at most `count` of them beside 0. */
export function linearTicks(max: number, count: number): AxisTicks {
  if (!(max > 0)) return { domain: [0, 1], ticks: [0, 1] };
  const step = roundStep(max, count);
  const ticks = Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, index) => index * step);
  // 3 · 0.1 is 0.30000000000000004; twelve digits are what was meant.
  return { domain: [0, max], ticks: ticks.map((tick) => Number(tick.toPrecision(12))) };
}

/** A logarithmic axis around `min` … `max` (both above 0), labelled at powers of ten, or at 1, 2 and 5 of a few. */
export function logarithmicTicks(min: number, max: number): AxisTicks {
  const first = Math.floor(Math.log10(min));
  const last = Math.floor(Math.log10(max)) + 1;
  const factors = last - first > 2 ? [1] : [1, 2, 5];
  const candidates = Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((power) =>
    factors.map((factor) => Number(`${String(factor)}e${String(power)}`)),
  );
  const low = candidates.findLast((tick) => tick <= min) ?? candidates[0];
  // Some power of ten above `max` is always among them.
  const high = candidates.find((tick) => tick >= max && tick > low)!;
  return { domain: [low, high], ticks: candidates.filter((tick) => tick >= low && tick <= high) };
}
