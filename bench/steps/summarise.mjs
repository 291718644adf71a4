import { medianOf, ratioOf, spreadOf } from './spread.mjs';

/** @typedef {import('./measureTogether.mjs').Measurement} Measurement */

/** @typedef {import('./countGpuCommands').GpuCommands & { submitsPerSecond: number }} StepCommands */

/**
 * The rows of a table, and whose steps the ratios are measured in.
 *
 * @param {readonly Measurement[]} measurements
 * @param {string | undefined} against a contestant, or the fastest number of nodes of our engine
 * @returns {{ reference: string | null, rows: import('./table.mjs').Row[] }}
 */
export function summarise(measurements, against) {
  const measured = measurements.filter(({ turns }) => turns.length > 0);
  const candidates = measured.filter(({ contestant }) =>
    against === undefined ? contestant.startsWith('wasm:') : contestant === against,
  );
  const [reference] = candidates.sort((a, b) => medianOf(allSteps(a)) - medianOf(allSteps(b)));
  return {
    reference: reference?.contestant ?? null,
    rows: measured.map((measurement) => ({
      contestant: measurement.contestant,
      device: measurement.turns[0].report.device,
      turns: measurement.turns.length,
      stepMs: spreadOf(allSteps(measurement)),
      ratio: reference ? ratioOf(stepsByRound(measurement), stepsByRound(reference)) : null,
      firstStepMs: medianOf(measurement.turns.map(({ report }) => report.firstStepMs)),
      memory: {
        processMegabytes: greatest(measurement.turns.map(({ memory }) => memory.processMegabytes)),
        graphicsMegabytes: greatest(measurement.turns.map(({ memory }) => memory.graphicsMegabytes)),
      },
      stepCommands: stepCommandsOf(measurement),
    })),
  };
}

/** @param {Measurement} measurement */
const stepsByRound = ({ turns }) => turns.map(({ report }) => report.stepMs);

/** @param {Measurement} measurement */
const allSteps = (measurement) => stepsByRound(measurement).flat();

/**
 * What a step asked of WebGPU, the mean of all that were timed; null where nothing was counted.
 *
 * @param {Measurement} measurement
 * @returns {StepCommands | null}
 */
function stepCommandsOf({ turns }) {
  const reports = turns.map(({ report }) => report);
  const counts = reports.map(({ gpuCommands }) => gpuCommands).filter((commands) => commands !== null);
  // A mean that leaves a turn out would be one of other steps.
  if (counts.length < turns.length) return null;
  const steps = total(reports.map(({ timedSteps }) => timedSteps));
  const seconds = total(reports.map(({ stepMs, timedSteps }) => (timedSteps * meanOf(stepMs)) / 1000));
  const submits = total(counts.map((commands) => commands.submits));
  return {
    dispatches: total(counts.map((commands) => commands.dispatches)) / steps,
    passes: total(counts.map((commands) => commands.passes)) / steps,
    submits: submits / steps,
    uploadedBytes: total(counts.map((commands) => commands.uploadedBytes)) / steps,
    submitsPerSecond: submits / seconds,
  };
}

/** @param {readonly number[]} values */
const total = (values) => values.reduce((sum, value) => sum + value, 0);

/** @param {readonly number[]} values */
const meanOf = (values) => total(values) / values.length;

/** @param {readonly (number | null)[]} values */
function greatest(values) {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
}
