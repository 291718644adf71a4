import type { LegendEntry } from '../../export/captioned';
import { chartPng } from '../../export/chartPng';
import type { ChartText } from '../../export/chartSvg';
import { chartSvg } from '../../export/chartSvg';
import { download } from '../../export/download';
import { Problem } from '../../lib/problem';

/** Offers a chart that is on screen as a file. Rejects with a Problem. */
export async function exportChart(
  box: Element | null,
  format: 'svg' | 'png',
  name: string,
  text: ChartText,
  legend: readonly LegendEntry[],
): Promise<void> {
  const chart = box?.querySelector('svg');
  if (!chart) throw new Problem('chartNotShown');
  const svg = chartSvg(chart, text, legend);
  download(name, format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await chartPng(svg));
}
