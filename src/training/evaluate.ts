import type { ImageSet } from '../data/imageSet';
import type { Engine } from '../engine/engine';
import { nextTask } from '../lib/nextTask';
import type { EvaluationEvent, EvaluationProgressEvent } from './events';

const MAX_CHUNK_IMAGES = 1000;
/** Progress is told about ten times a second. */
const REPORT_MS = 90;

/** Scores every image of a set, in chunks that leave room for predictions between them. */
export async function* evaluate(
  engine: Engine,
  test: ImageSet,
  signal?: AbortSignal,
): AsyncGenerator<EvaluationProgressEvent | EvaluationEvent, void> {
  const { imageCount } = test;
  const pixels = test.images.length / imageCount;
  const chunk = Math.min(MAX_CHUNK_IMAGES, engine.maxSliceImages);
  let lossSum = 0;
  let correct = 0;

  yield { type: 'evaluating', evaluatedImages: 0, imageCount };
  await test.until(imageCount, signal);
  let toldAt = performance.now();
  for (let start = 0; start < imageCount; start += chunk) {
    const end = Math.min(start + chunk, imageCount);
    const images = test.images.subarray(start * pixels, end * pixels);
    const result = await engine.evaluate(images, test.labels.subarray(start, end));
    lossSum += result.lossSum;
    correct += result.correct;
    if (performance.now() - toldAt < REPORT_MS) {
      // Questions that arrived meanwhile come first.
      await nextTask();
    } else {
      yield { type: 'evaluating', evaluatedImages: end, imageCount };
      toldAt = performance.now();
    }
  }
  yield {
    type: 'evaluated',
    accuracy: correct / imageCount,
    loss: lossSum / imageCount,
    correct,
    imageCount,
  };
}
