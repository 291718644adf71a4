import { graphicsEngines } from '../engine/engine';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import { trainingFlops } from '../model/trainingFlops';
import type { ComputedBy } from './checkpoint';
import type { TrainingConfig } from './config';
import type { DeviceClass, PowerRange } from './deviceClass';
import { deviceClass, devicePower, isOnGraphics } from './deviceClass';

/** What is known of what computed a run. */
export interface PowerFacts {
  readonly computedBy: ComputedBy;
  /** Processor threads of the device that computed (`navigator.hardwareConcurrency`). */
  readonly cores: number;
  /** Whether that was a phone or a tablet. */
  readonly isMobile: boolean;
}

export interface CostFacts extends PowerFacts {
  readonly config: TrainingConfig;
  /** Images trained with, in every epoch anew (`imagesInSteps`). */
  readonly images: number;
  /** Training time without pauses (ms). */
  readonly trainingMs: number;
}

/** What a run took of its device while it computed. */
export interface RunPower {
  readonly deviceClass: DeviceClass;
  /** The share of the class's power that the run used (W). */
  readonly watts: PowerRange;
}

export interface RunCost extends RunPower {
  /** Floating-point operations of all forward passes and gradients. */
  readonly flops: number;
  /** Training time × `watts`. */
  readonly energyJoules: { readonly low: number; readonly high: number };
}

/**
 * What a run cost. Operations are counted (`trainingFlops`); the energy is an estimate, and no better than the power of a whole
 * class of devices: training time × that power. It is the energy of what computed, processor or graphics device, alone: no screen, no
 * memory, no other program, and not what the device takes anyway when idle.
 */
export function runCost({ config, images, trainingMs, ...facts }: CostFacts): RunCost {
  const { deviceClass: kind, watts } = runPower(facts);
  const seconds = trainingMs / 1_000;
  return {
    flops: images * trainingFlops(planModel(presets[config.preset])),
    energyJoules: { low: seconds * watts.low, high: seconds * watts.high },
    deviceClass: kind,
    watts,
  };
}

/**
 * The power of a class of devices, and of the processor the share that a run's nodes have of its threads. One busy thread takes more
 * than its share, because processors run faster when few are busy, and the second thread of a core adds little: so for few nodes on
 * many threads the truth may lie above the range.
 */
export function runPower({ computedBy, cores, isMobile }: PowerFacts): RunPower {
  const facts = { engine: computedBy.name, deviceText: computedBy.device, cores, isMobile };
  const kind = deviceClass(facts);
  const { low, high } = devicePower[kind];
  const share = isOnGraphics(facts) ? 1 : shareOfCores(computedBy, cores);
  return { deviceClass: kind, watts: { low: low * share, high: high * share } };
}

/**
 * The one number that stands for a range where only one can be drawn: its geometric mean. The truth is as many times smaller at
 * one end as it is larger at the other, which suits ranges that span more than a power of ten.
 */
export function middleOf({ low, high }: PowerRange): number {
  return Math.sqrt(low * high);
}

/** Nodes / threads, at least one thread's share. Graphics in software take all threads, whatever they call their nodes. */
function shareOfCores({ name, nodes }: ComputedBy, cores: number): number {
  return graphicsEngines.includes(name) ? 1 : Math.min(1, Math.max(1, nodes) / Math.max(1, cores));
}
