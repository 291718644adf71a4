import type { Along } from '../../curves/horizontalAxis';
import type { VerticalAxis } from '../../curves/verticalAxis';
import { accuracyAxis, errorAxis, lossAxis } from '../../curves/verticalAxis';
import { fill } from '../../lib/fill';
import { formatAccuracy } from '../../lib/formatAccuracy';
import { formatCount } from '../../lib/formatCount';
import { formatDuration } from '../../lib/formatDuration';
import { formatEnergy } from '../../lib/formatEnergy';
import { formatFlops } from '../../lib/formatFlops';
import { formatLoss } from '../../lib/formatLoss';
import type { LaterWords } from '../../words/laterWords';
import type { Words } from '../../words/words';
import type { Measure, Overlay, SelectedRun } from './overlay';
import { stepAt } from './overlay';
import type { RunSummary } from './runSummary';
import { nameOf } from './storedRun';

type ChartWords = Words['charts'];
type CompareWords = LaterWords['runs']['compare'];
type CurveWords = LaterWords['curves'];

/** A compared run with its figures. */
export type SummarisedRun = SelectedRun & RunSummary;

interface MeasureWords {
  readonly title: string;
  readonly unit: string;
  readonly axisOf: VerticalAxis;
  readonly format: (value: number) => string;
}

/** What a measure is called, and how its values are written. */
export function measureWords(measure: Measure, charts: ChartWords, compare: CompareWords): MeasureWords {
  switch (measure) {
    case 'losses':
      return { title: charts.loss, unit: charts.lossUnit, axisOf: lossAxis, format: formatLoss };
    case 'accuracies':
      return {
        title: charts.accuracy,
        unit: charts.accuracyUnit,
        axisOf: accuracyAxis,
        format: formatAccuracy,
      };
    case 'errors':
      return { title: compare.errors, unit: compare.errorUnit, axisOf: errorAxis, format: formatAccuracy };
  }
}

/** What the horizontal axis is called, and how a place on it is written. */
export function alongWords(along: Along, charts: ChartWords, curves: CurveWords) {
  switch (along) {
    case 'step':
      return { label: charts.step, place: (x: number) => `${charts.step} ${formatCount(x)}` };
    case 'epoch':
      return { label: charts.epoch, place: (x: number) => `${charts.epoch} ${x.toFixed(2)}` };
    case 'time':
      return { label: charts.timeUnit, place: (x: number) => formatDuration(1_000 * x) };
    case 'flops':
      return { label: curves.flops, place: formatFlops };
    case 'energy':
      return { label: curves.energy, place: (x: number) => formatEnergy({ low: x, high: x }) };
  }
}

/** What every run had measured at a place of the horizontal axis. */
export function noteAt(
  { curves }: Overlay,
  x: number,
  along: Along,
  format: (value: number) => string,
  charts: ChartWords,
  { curves: curveWords, runs }: LaterWords,
): string[] {
  const value = (number: number) => format(number) || charts.notANumber;
  const lines = curves.flatMap((overlaid) => {
    const step = stepAt(overlaid, x);
    if (step === null) return [];
    const { curve, line } = overlaid;
    return fill(runs.compare.lineAt, {
      line: line + 1,
      smoothed: value(curve.smoothed[step]),
      raw: value(curve.raw[step]),
    });
  });
  return [alongWords(along, charts, curveWords).place(x), ...lines];
}

/** Which run is ahead, and which have stopped being numbers. */
export function summarySentences(
  runs: readonly SummarisedRun[],
  measure: Measure,
  words: Words,
  compare: CompareWords,
): string {
  const numbers = (key: 'bestLoss' | 'bestAccuracy') => runs.filter((run) => Number.isFinite(run[key]));
  const told = (sentence: string, { run, line }: SelectedRun, value: string) =>
    fill(sentence, { value, line: line + 1, run: nameOf(run, words) });
  const sentences: string[] = [];

  if (measure === 'losses') {
    const [lowest] = numbers('bestLoss').sort((a, b) => a.bestLoss - b.bestLoss);
    if (lowest) sentences.push(told(compare.lowestLoss, lowest, formatLoss(lowest.bestLoss)));
  } else {
    const [highest] = numbers('bestAccuracy').sort((a, b) => b.bestAccuracy - a.bestAccuracy);
    if (highest) sentences.push(told(compare.highestAccuracy, highest, formatAccuracy(highest.bestAccuracy)));
  }

  const accuracy = ({ run }: SelectedRun) => run.result?.accuracy ?? -1;
  const [tested] = runs.filter(({ run }) => run.result).sort((a, b) => accuracy(b) - accuracy(a));
  if (tested) sentences.push(told(compare.highestTest, tested, accuracy(tested).toFixed(4)));

  for (const { line, firstMissing } of runs) {
    if (firstMissing === null) continue;
    sentences.push(fill(compare.notANumberFrom, { line: line + 1, step: formatCount(firstMissing + 1) }));
  }
  return sentences.join(' ');
}
