import { describeModel } from './describeModel';
import type { TurnRequest } from './turn';
import type { TurnAnswer } from './turn.worker';

declare global {
  interface Window {
    takeTurn(request: TurnRequest, limitMs: number): Promise<TurnAnswer>;
    describeModel: typeof describeModel;
  }
}

/** Each turn has a worker of its own, as training has in the product. One that does not answer in time is ended. */
window.takeTurn = (request, limitMs) =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./turn.worker.ts', import.meta.url), { type: 'module' });
    const end = (answer: TurnAnswer) => {
      clearTimeout(limit);
      worker.terminate();
      resolve(answer);
    };
    const limit = setTimeout(() => end({ failure: `no answer within ${limitMs / 1000} s` }), limitMs);
    worker.onmessage = ({ data }: MessageEvent<TurnAnswer>) => end(data);
    worker.onerror = ({ message }) => end({ failure: message });
    worker.postMessage(request);
  });

window.describeModel = describeModel;
