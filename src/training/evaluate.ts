import type { ImageSet } from '../data/imageSet';
import type { Engine } from '../engine/engine';
import type { EvaluationEvent, EvaluationProgressEvent } from './events';

const MAX_CHUNK_IMAGES = 1000;

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
  for (let start = 0; start < imageCount; start += chunk) {
    const end = Math.min(start + chunk, imageCount);
    const images = test.images.subarray(start * pixels, end * pixels);
    const result = await engine.evaluate(images, test.labels.subarray(start, end));
    lossSum += result.lossSum;
    correct += result.correct;
    yield { type: 'evaluating', evaluatedImages: end, imageCount };
  }
  yield {
    type: 'evaluated',
    accuracy: correct / imageCount,
    loss: lossSum / imageCount,
    correct,
    imageCount,
  };
}
