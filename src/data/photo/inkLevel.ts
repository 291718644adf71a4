/** Ink is darker than its paper by this part of the paper's brightness at least: a hard pencil. */
const FAINTEST_INK = 0.08;

/** Ink stands out of the paper's grain by as many of its standard deviations. */
const GRAIN_DISTANCE = 5;

/** The median of how far values are from their median, times this, is their standard deviation, if they are normal. */
const DEVIATION_OF_MEDIAN = 1.4826;

/** Of what is darker than paper, the rest are edges of lines, which are no measure of the ink. */
const EDGE_SHARE = 0.7;

/** For values from −1 to 1. */
const BINS = 2_048;

/** What paper and ink look like in one picture, in parts of the paper's brightness. */
export interface InkLevel {
  readonly paper: number;
  readonly ink: number;
  /** Anything less dark may be the paper's grain. */
  readonly faintest: number;
}

/** From the darkness of pixels; null where nothing is so much darker than the rest that it could be ink. */
export function inkLevel(darkness: Float32Array): InkLevel | null {
  const counts = new Uint32Array(BINS);
  for (const value of darkness) counts[binOf(value)]++;
  const paper = quantile(counts, 0.5);
  const strays = new Uint32Array(BINS);
  counts.forEach((count, bin) => {
    strays[binOf(Math.abs(valueOf(bin) - paper))] += count;
  });
  const grain = DEVIATION_OF_MEDIAN * quantile(strays, 0.5);
  const faintest = paper + Math.max(FAINTEST_INK, GRAIN_DISTANCE * grain);
  const inked = counts.map((count, bin) => (valueOf(bin) > faintest ? count : 0));
  if (inked.every((count) => count === 0)) return null;
  return { paper, ink: quantile(inked, EDGE_SHARE), faintest };
}

const binOf = (value: number) => Math.round(((Math.min(1, Math.max(-1, value)) + 1) / 2) * (BINS - 1));
const valueOf = (bin: number) => (2 * bin) / (BINS - 1) - 1;

/** The value that `share` of all do not exceed. */
function quantile(counts: Uint32Array, share: number): number {
  const wanted = share * counts.reduce((sum, count) => sum + count, 0);
  let bin = 0;
  for (let seen = counts[0]; seen < wanted; seen += counts[bin]) bin++;
  return valueOf(bin);
}
