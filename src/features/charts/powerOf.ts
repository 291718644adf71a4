import { thisDevice } from '../../lib/thisDevice';
import type { RunRecord } from '../../store/run';
import type { RunPower } from '../../training/cost';
import { runPower } from '../../training/cost';

/** What the run on the page takes of this device; null before its engine is known. */
export function powerOf({ engine, nodes }: Pick<RunRecord, 'engine' | 'nodes'>): RunPower | null {
  if (!engine) return null;
  const { name, device } = engine;
  // A single node makes no reports.
  return runPower({ computedBy: { name, device, nodes: Math.max(1, nodes.length) }, ...thisDevice() });
}
