import type { PresetName } from '../../src/model/presets';
import { LEARNING_RATE } from './contestant';
import { modelOfTurn } from './modelOfTurn';
import type { TurnRequest } from './turn';
import { IMAGE_COUNT } from './turn';
import type { TurnAnswer } from './turn.worker';

declare global {
  interface Window {
    takeTurn(request: TurnRequest, limitMs: number): Promise<TurnAnswer>;
    describeModel(preset: PresetName): ReturnType<typeof describeModel>;
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

/** What a contestant outside the browser needs to train the same: the model, its first weights, how many images, how fast. */
function describeModel(preset: PresetName) {
  const { plan, weights } = modelOfTurn(preset);
  return {
    inputShape: plan.spec.inputShape,
    layers: plan.spec.layers,
    weights: weights.flatMap((tensor) => [...tensor]),
    imageCount: IMAGE_COUNT,
    learningRate: LEARNING_RATE,
  };
}
