import { openDataset } from '../../src/data/dataset';
import { errorMessage } from '../../src/lib/problem';
import { countGpuCommands } from './countGpuCommands';
import { modelOfTurn } from './modelOfTurn';
import { openContestant } from './openContestant';
import type { TurnReport, TurnRequest } from './turn';
import { IMAGE_COUNT, takeTurn } from './turn';

export type TurnAnswer = TurnReport | { readonly failure: string };

self.onmessage = ({ data }: MessageEvent<TurnRequest>) => {
  answer(data).then(
    (report) => self.postMessage(report),
    (error: unknown) => self.postMessage({ failure: errorMessage(error) }),
  );
};

async function answer(request: TurnRequest): Promise<TurnReport> {
  const { contestant, preset, batchSize } = request;
  const readGpuCommands = countGpuCommands();
  const dataset = await openDataset({ baseUrl: new URL('/mnist/', self.location.href).href });
  await dataset.load(IMAGE_COUNT);
  const { images, labels, loadedCount } = dataset.training;
  const open = () =>
    openContestant(contestant, {
      ...modelOfTurn(preset),
      images: { images, labels, loadedCount },
      batchSize,
    });
  return takeTurn(request, open, readGpuCommands);
}
