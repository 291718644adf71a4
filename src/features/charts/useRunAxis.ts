import { useMemo } from 'react';
import type { Along, RunSteps } from '../../curves/horizontalAxis';
import { endOfAxis, hasPlaces, horizontalAxis, placeOfStep } from '../../curves/horizontalAxis';
import { seriesValues } from '../../lib/series';
import type { RunRecord } from '../../store/run';
import { middleOf } from '../../training/cost';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { axisLabel } from './curveWords';
import { powerOf } from './powerOf';

/** The horizontal axis of a run's chart, and where its steps (counted from 0) lie on it. The axis stays the same object while its numbers do. */
export function useRunAxis(record: RunRecord, wanted: Along) {
  const words = useWords().charts;
  const { curves } = useLaterWords();
  const { config, trainingMs } = record;
  const power = powerOf(record);
  const watts = power && middleOf(power.watts);
  const steps: RunSteps = { config, trainingMs, watts, endsMs: seriesValues(record.stepEndsMs) };
  // A run that goes on is drawn before its engine is there; energy and time differ by a factor alone.
  const along = steps.endsMs.length === 0 || hasPlaces(steps, wanted) ? wanted : 'time';
  const end = endOfAxis(steps, along);
  const label = axisLabel(along, words, curves, power);
  const x = useMemo(() => horizontalAxis(end, along, label), [end, along, label]);
  return { steps, along, place: placeOfStep(steps, along), x };
}
