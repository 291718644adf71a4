import { thisDevice } from '../../lib/thisDevice';
import type { PowerFacts, RunCost, RunPower } from '../../training/cost';
import { middleOf, runCost, runPower } from '../../training/cost';
import { imagesInSteps } from '../../training/stepImages';
import type { StoredRun } from './storedRun';

type Device = Omit<PowerFacts, 'computedBy'>;

/** What a run cost on this device; null where it is not known what computed it. */
export function costOf(
  { config, step, trainingMs, computedBy }: StoredRun,
  device: Device = thisDevice(),
): RunCost | null {
  if (!computedBy) return null;
  return runCost({ config, images: imagesInSteps(config, step), trainingMs, computedBy, ...device });
}

/** What a run took of this device while it computed; null where it is not known what did. */
export function powerOf({ computedBy }: StoredRun, device: Device = thisDevice()): RunPower | null {
  return computedBy && runPower({ computedBy, ...device });
}

/** The middle of that range (W), for where a single number is needed. */
export function wattsOf(run: StoredRun, device: Device = thisDevice()): number | null {
  const power = powerOf(run, device);
  return power && middleOf(power.watts);
}
