import { loadManifest } from '../../data/loadManifest';
import { usualPatience } from '../../data/retry';
import { download, fileName } from '../../export/download';
import { historyCsv } from '../../export/historyCsv';
import { historyJson } from '../../export/historyJson';
import type { ReportWords } from '../../export/reportWords';
import type { CurveWords } from '../../export/runCurves';
import { runCurves } from '../../export/runCurves';
import { runReport } from '../../export/runReport';
import type { LabActions } from '../../store/labState';
import type { Language } from '../../store/shareLink';
import { formatShareLink } from '../../store/shareLink';
import { decodeCheckpoint } from '../../training/checkpointFile';
import { costOf } from './costOf';
import type { StoredRun } from './storedRun';

/** What can be made of a stored run, whether or not it is on the page. */
export type RunFormat = 'csv' | 'json' | 'report' | 'checkpoint';

/** Offers a file of a run. Rejects with a Problem. */
export async function exportRun(
  run: StoredRun,
  format: RunFormat,
  { historyOf, checkpointsOf, checkpointFile }: LabActions,
  report: { readonly language: Language; readonly words: ReportWords & CurveWords },
): Promise<void> {
  const newest = async () => {
    const step = (await checkpointsOf(run.key)).at(-1)?.step;
    return step === undefined ? null : checkpointFile(run.key, step);
  };
  const validations = async () => {
    const file = run.config.validationCount > 0 ? await newest() : null;
    return file ? decodeCheckpoint(file).validations : [];
  };
  const offer = (extension: string, content: BlobPart, type: string) =>
    download(fileName(run, extension), new Blob([content], { type }));

  switch (format) {
    case 'csv': {
      const history = await historyOf(run.key);
      if (history) offer('csv', historyCsv(run.config, history), 'text/csv');
      return;
    }
    case 'json': {
      const history = await historyOf(run.key);
      if (history) offer('json', historyJson(run, history, await validations()), 'application/json');
      return;
    }
    case 'checkpoint': {
      const file = await newest();
      if (file) offer('gradpad', file.slice(), 'application/octet-stream');
      return;
    }
    case 'report': {
      const history = await historyOf(run.key);
      const heldOut = await validations();
      const html = runReport({
        run,
        validations: heldOut,
        data: await shardsOf(run),
        curves: history ? runCurves(run.config, history, heldOut, report.words) : [],
        cost: costOf(run),
        link: location.href.replace(/#.*/, '') + formatShareLink(run.config, report.language),
        ...report,
      });
      offer('html', html, 'text/html');
    }
  }
}

/** The files of images that a run uses, with their hashes. */
async function shardsOf({ config }: StoredRun) {
  const baseUrl = new URL('mnist/', document.baseURI).href;
  const { training, test } = await loadManifest(baseUrl, (...request) => fetch(...request), usualPatience);
  let firstImage = 0;
  const used = training.shards.filter(({ imageCount }) => {
    firstImage += imageCount;
    return firstImage - imageCount < config.imageCount;
  });
  return [...used, ...test.shards];
}
