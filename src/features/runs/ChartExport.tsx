import type { RefObject } from 'react';
import { chartFileName } from '../../export/download';
import { lineLooks } from '../../ui/lineLooks';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { ExportMenu } from './ExportMenu';
import { exportChart } from './exportChart';
import type { Measure, SelectedRun } from './overlay';
import { measureWords } from './overlayWords';
import { nameOf } from './storedRun';

/** What files are called; as in the share link, names in files are English. */
const measureNames: Readonly<Record<Measure, string>> = {
  losses: 'loss',
  accuracies: 'accuracy',
  errors: 'errors',
};
const formats = ['svg', 'png'] as const;

interface ChartExportProps {
  /** The box around the chart. */
  chart: RefObject<Element | null>;
  /** The runs whose lines it has. */
  drawn: readonly SelectedRun[];
  measure: Measure;
  /** The chart in a sentence. */
  summary: string;
  onProblem: (error: unknown) => void;
}

/** The chart of compared runs as a file, as it is on screen. */
export function ChartExport({ chart, drawn, measure, summary, onProblem }: ChartExportProps) {
  const words = useWords();
  const { compare } = useLaterWords().runs;

  async function exportAs(format: (typeof formats)[number]) {
    const runs = drawn.map(({ run }) => run);
    const name = chartFileName(measureNames[measure], runs, format);
    const { title } = measureWords(measure, words.charts, compare);
    const legend = drawn.map(({ run, line }) => ({
      ...lineLooks[line],
      name: `${String(line + 1)}  ${nameOf(run, words)}`,
    }));
    await exportChart(chart.current, format, name, { title, summary }, legend);
  }

  return (
    <ExportMenu
      available={drawn.length > 0 ? formats : []}
      onExport={(format) => void exportAs(format).catch(onProblem)}
    />
  );
}
