import * as v from 'valibot';
import { engineNames } from '../engine/engine';
import type { History } from '../training/checkpoint';
import { parseConfig } from '../training/parseConfig';
import type { StoredCheckpoint, StoredRun } from './archive';

// What is stored may have been written by another version of the page, or by another page of the same origin.

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = v.pipe(v.number(), v.finite());
const text = v.pipe(v.string(), v.nonEmpty());
/** A run whose loss stopped being a number is a run. */
const loss = v.union([v.number(), v.nan()]);

/** A table, so that one which is missing does not compile: its runs would silently not be listed. */
const statuses = {
  unfinished: 'unfinished',
  stopped: 'stopped',
  done: 'done',
  failed: 'failed',
} as const satisfies { readonly [Status in StoredRun['status']]: Status };

const configSchema = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const config = parseConfig(dataset.value);
    if (config) return config;
    addIssue({ message: 'not settings that can be trained with' });
    return NEVER;
  }),
);

const runSchema = v.object({
  key: text,
  name: v.string(),
  config: configSchema,
  parent: v.nullable(v.object({ key: text, step: count })),
  computedBy: v.nullable(
    v.object({
      name: v.picklist(engineNames),
      device: v.string(),
      nodes: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
  ),
  startedAt: time,
  status: v.enum(statuses),
  step: count,
  trainingMs: v.pipe(v.number(), v.minValue(0)),
  lastLoss: v.nullable(loss),
  result: v.nullable(
    v.object({
      accuracy: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      loss,
      correct: count,
      imageCount: count,
    }),
  ),
  weightsHash: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  deletedAt: v.nullable(time),
});

const checkpointSchema = v.object({ runKey: text, step: count, byteCount: count, savedAt: time });

const historySchema = v.pipe(
  v.object({
    losses: v.instance(Float32Array),
    correct: v.instance(Uint32Array),
    stepEndsMs: v.instance(Float32Array),
  }),
  v.check(
    ({ losses, correct, stepEndsMs }) =>
      losses.length === correct.length && losses.length === stepEndsMs.length,
    'the curves are not of the same length',
  ),
);

/** No more than it takes to remove a run for good, so that a damaged one goes too. */
const deletedSchema = v.object({ key: text, deletedAt: time });

/**
 * The runs among some rows, completed where an older version stored less. A row that does not fit is left out, for one of
 * them must not hide all others; it stays where it is, as a newer version of the page may be able to read it.
 */
export function fittingRuns(rows: readonly unknown[]): StoredRun[] {
  return rows.flatMap((row) => fitting(runSchema, row) ?? []);
}

/** The same of checkpoints, as they are listed. */
export function fittingCheckpoints(rows: readonly unknown[]): StoredCheckpoint[] {
  return rows.flatMap((row) => fitting(checkpointSchema, row) ?? []);
}

/** The curves of a run; null where there are none that can be drawn. */
export function fittingHistory(value: unknown): History | null {
  return fitting(historySchema, value);
}

/** The keys of the runs that were deleted before a time (ms since 1970). */
export function keysDeletedBefore(rows: readonly unknown[], time: number): string[] {
  const deleted = rows.flatMap((row) => fitting(deletedSchema, row) ?? []);
  return deleted.filter(({ deletedAt }) => deletedAt < time).map(({ key }) => key);
}

function fitting<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | null {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}
