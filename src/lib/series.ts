/**
 * An append-only list of numbers, cheap to extend and safe to keep: an older value goes on showing what
 * it showed. Values share one growing buffer, and each sees only its own length.
 */
export interface Series {
  readonly length: number;
  readonly buffer: { values: Float32Array; used: number };
}

const FIRST_CAPACITY = 1024;

export function emptySeries(): Series {
  return { length: 0, buffer: { values: new Float32Array(FIRST_CAPACITY), used: 0 } };
}

/** The numbers of a series; a view, not a copy. */
export function seriesValues(series: Series): Float32Array {
  return series.buffer.values.subarray(0, series.length);
}

/** A series with `added` at its end. Takes time proportional to `added`, except when the buffer must grow. */
export function extendSeries(series: Series, added: ArrayLike<number>): Series {
  const length = series.length + added.length;
  let { buffer } = series;
  // A buffer that somebody else has extended, or that is full, is left alone.
  if (buffer.used !== series.length || length > buffer.values.length) {
    const values = new Float32Array(Math.max(FIRST_CAPACITY, 2 ** Math.ceil(Math.log2(length))));
    values.set(seriesValues(series));
    buffer = { values, used: series.length };
  }
  buffer.values.set(added, series.length);
  buffer.used = length;
  return { length, buffer };
}

/** The first `length` numbers of a series. */
export function shortenSeries({ buffer }: Series, length: number): Series {
  return { length, buffer };
}
