import { nextTask } from '../../lib/nextTask';
import { createRandom } from '../../lib/random';
import type { Dataset } from '../dataset';
import { digitFromDrawing } from '../digitFromDrawing';
import { IMAGE_BYTES } from '../manifest';
import { drawDigit } from './drawDigit';

/** Images that are taken over at a time: with their drawings some 20 ms. */
const AT_A_TIME = 400;

/**
 * A dataset of which one training image in `spacing`, from the first on, gives its place to a drawing of the same digit, and of the
 * ones twice as many: what is a one to some is a seven to MNIST. Images from `imageCount` on stay as they are. Image i is always the same drawing. Drawings are made as images arrive, a few at a time,
 * whenever somebody looks how many there are.
 */
export function withDrawings(dataset: Dataset, spacing: number, imageCount: number): Dataset {
  const { training } = dataset;
  const { labels } = training;
  const images = new Uint8Array(training.images.length);
  let taken = 0;

  function takeSome(): number {
    const end = Math.min(training.loadedCount, taken + AT_A_TIME);
    images.set(training.images.subarray(taken * IMAGE_BYTES, end * IMAGE_BYTES), taken * IMAGE_BYTES);
    for (let i = taken; i < Math.min(end, imageCount); i++) {
      if (i % (labels[i] === 1 ? spacing / 2 : spacing) > 0) continue;
      const digit = digitFromDrawing(drawDigit(labels[i], createRandom(i)));
      if (digit) images.set(digit, i * IMAGE_BYTES);
    }
    taken = end;
    return taken;
  }

  return {
    test: dataset.test,
    load: dataset.load,
    training: {
      images,
      labels,
      imageCount: training.imageCount,
      get loadedCount() {
        return takeSome();
      },
      async until(count, signal) {
        await training.until(count, signal);
        while (taken < count) {
          takeSome();
          await nextTask();
          signal?.throwIfAborted();
        }
      },
    },
  };
}
