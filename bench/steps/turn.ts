import type { PresetName } from '../../src/model/presets';
import type { Contestant } from './contestant';
import type { GpuCommands } from './countGpuCommands';

/** Each turn trains on the first so many images, again and again: enough for 19 batches of 512. */
export const IMAGE_COUNT = 10_000;

export interface TurnRequest {
  readonly contestant: string;
  readonly preset: PresetName;
  readonly batchSize: number;
  /** How long a group of steps should take: results are read back at its end only. 0 makes every step a group. */
  readonly groupMs: number;
  /** So many steps, the first among them, are groups of their own, as far as the warm-up goes: their losses can be compared. */
  readonly checkedSteps: number;
  /** Untimed training after the first step, of one step at least. */
  readonly warmUpMs: number;
  readonly timedMs: number;
  /** So many groups are timed, however long they take. */
  readonly minimumGroups: number;
}

export interface TurnReport {
  readonly device: string;
  /** From asking for the contestant to the end of its first step; the images are there by then. */
  readonly firstStepMs: number;
  /** Warm-up after the first step. */
  readonly warmUpMs: number;
  /** Mean step time of each timed group. */
  readonly stepMs: readonly number[];
  /** Every group since the first step, which is a group of its own: its steps and the mean of their losses (nats). */
  readonly losses: readonly { readonly steps: number; readonly loss: number }[];
  /** All steps of the timed groups. */
  readonly timedSteps: number;
  /** What the timed groups asked of WebGPU, counted; null of whoever asks it nothing. */
  readonly gpuCommands: GpuCommands | null;
}

/**
 * A contestant's whole turn: start, first step, warm-up, timed groups, end.
 * @param readGpuCommands counts since before the turn
 */
export async function takeTurn(
  {
    batchSize,
    groupMs,
    checkedSteps,
    warmUpMs,
    timedMs,
    minimumGroups,
  }: Omit<TurnRequest, 'contestant' | 'preset'>,
  open: () => Promise<Contestant>,
  readGpuCommands: () => GpuCommands | null,
): Promise<TurnReport> {
  const startedAt = performance.now();
  const contestant = await open();
  const losses: TurnReport['losses'][number][] = [];
  let nextImage = 0;

  async function trainGroup(steps: number): Promise<number> {
    const from = performance.now();
    if (nextImage + steps * batchSize > IMAGE_COUNT) nextImage = 0;
    const loss = await contestant.train(nextImage, steps);
    nextImage += steps * batchSize;
    losses.push({ steps, loss });
    return performance.now() - from;
  }

  const mostSteps = Math.floor(IMAGE_COUNT / batchSize);
  const wantedSteps = (steps: number, elapsedMs: number) =>
    Math.min(mostSteps, Math.max(1, Math.round((steps * groupMs) / elapsedMs)));

  await trainGroup(1);
  const firstStepMs = performance.now() - startedAt;

  const warmUpFrom = performance.now();
  let steps = 1;
  do {
    const isChecked = losses.length < checkedSteps;
    if (isChecked) steps = 1;
    steps = wantedSteps(steps, await trainGroup(steps));
  } while (performance.now() - warmUpFrom < warmUpMs);

  const commandsBefore = readGpuCommands();
  const timedFrom = performance.now();
  const stepMs: number[] = [];
  do {
    stepMs.push((await trainGroup(steps)) / steps);
  } while (stepMs.length < minimumGroups || performance.now() - timedFrom < timedMs);

  const commandsAfter = readGpuCommands();

  await contestant.close();
  return {
    device: contestant.device,
    firstStepMs,
    warmUpMs: timedFrom - warmUpFrom,
    stepMs,
    losses,
    timedSteps: steps * stepMs.length,
    gpuCommands: commandsBefore && commandsAfter && commandsSince(commandsBefore, commandsAfter),
  };
}

function commandsSince(before: GpuCommands, after: GpuCommands): GpuCommands {
  return {
    dispatches: after.dispatches - before.dispatches,
    passes: after.passes - before.passes,
    submits: after.submits - before.submits,
    uploadedBytes: after.uploadedBytes - before.uploadedBytes,
  };
}
