import { useEffect, useState } from 'react';
import { planModel } from '../../model/plan';
import { presets } from '../../model/presets';
import { useActions, useApp } from '../../store/hooks';
import type { WeightPlace } from '../../training/inspectStep';
import { usualPlace } from '../../training/weightPlace';
import { useThrottled } from '../../ui/useThrottled';
import { OptimizerPanel } from './OptimizerPanel';
import { RateTest } from './RateTest';
import { useNotices } from './useNotices';

/** Numbers that change faster cannot be read (ms). */
const INTERVAL_MS = 500;

/** The optimizer of the run on the page, or of the next one. Steps are looked into only while this is shown. */
export function Optimizer() {
  const { send } = useActions();
  const chosen = useApp((state) => state.config);
  // One by one, because the record itself changes with every event.
  const inUse = useApp(({ run }) => (run.status === 'idle' ? null : run.record.config));
  const runId = useApp(({ run }) => (run.status === 'idle' ? null : run.record.runId));
  const newest = useApp(({ run }) => (run.status === 'idle' ? null : run.record.inspection));
  const inspection = useThrottled(newest, INTERVAL_MS);
  const [picked, setPicked] = useState<WeightPlace | null>(null);
  const config = inUse ?? chosen;
  const { preset } = config;

  // Each run is asked anew: a trainer forgets what was asked of the one before.
  useEffect(() => {
    send({ type: 'inspect', place: picked ?? usualPlace(planModel(presets[preset])) });
    return () => send({ type: 'inspect', place: null });
  }, [send, picked, preset, runId]);

  return (
    <>
      <OptimizerPanel
        key={preset}
        config={config}
        inspection={inspection}
        notices={useNotices()}
        onPick={setPicked}
      />
      <RateTest />
    </>
  );
}
