import { WrongLoss, checkLosses } from './lossCheck.mjs';
import { medianOf } from './spread.mjs';

/** A contestant whose step takes longer (ms) has one turn only. */
const SLOW_STEP_MS = 500;

/**
 * @typedef {{ report: import('./turn').TurnReport, memory: import('./browserTurns.mjs').Memory }} Turn
 * @typedef {{
 *   contestant: string,
 *   turns: Turn[],
 *   check: { steps: number, difference: number } | null,
 *   failure: string | null,
 *   isWrong: boolean,
 * }} Measurement
 */

/**
 * Measures contestants at one model and batch size, in turns: each has one in every round. Whoever fails, or trains something
 * else, has no more.
 *
 * @param {{
 *   contestants: readonly string[],
 *   rounds: number,
 *   expectedLosses: readonly number[],
 *   takeTurn: (contestant: string) => Promise<Turn>,
 * }} options the expected losses are ours, of the first steps
 * @returns {Promise<Measurement[]>}
 */
export async function measureTogether({ contestants, rounds, expectedLosses, takeTurn }) {
  /** @type {Measurement[]} */
  const measurements = contestants.map((contestant) => ({
    contestant,
    turns: [],
    check: null,
    failure: null,
    isWrong: false,
  }));
  for (let round = 0; round < rounds; round++) {
    for (const measurement of measurements) {
      if (measurement.failure !== null || isSlow(measurement)) continue;
      try {
        const turn = await takeTurn(measurement.contestant);
        measurement.check = checkLosses(measurement.contestant, turn.report.losses, expectedLosses);
        measurement.turns.push(turn);
      } catch (error) {
        measurement.failure = error instanceof Error ? error.message : String(error);
        measurement.isWrong = error instanceof WrongLoss;
      }
    }
  }
  return measurements;
}

/** @param {Measurement} measurement */
const isSlow = ({ turns }) => turns.length > 0 && medianOf(turns[0].report.stepMs) > SLOW_STEP_MS;
