import { createRandom } from '../lib/random';
import type { ModelSpec } from '../model/spec';
import { CLASS_COUNT } from '../model/spec';
import type { Engine, ImageSource, Slice } from './engine';

/** Time for the browser to compile what it finds to be used much. */
const WARM_UP_MS = 50;
/** Long enough for beginning and ending a group not to count. */
const GROUP_MS = 20;
const GROUPS = 12;
const IMAGES = 512;

/** Images to measure with: how fast an engine is does not depend on what they show. */
export function noiseFor({ inputShape }: ModelSpec): ImageSource {
  const random = createRandom(1);
  const pixels = inputShape.reduce((product, side) => product * side, 1);
  const words = Uint32Array.from({ length: Math.ceil((IMAGES * pixels) / 4) }, () => random.uint32());
  return {
    images: new Uint8Array(words.buffer, 0, IMAGES * pixels),
    labels: Uint8Array.from({ length: IMAGES }, () => random.below(CLASS_COUNT)),
    loadedCount: IMAGES,
  };
}

/**
 * The time of one step of `batchSize` images (ms) in the fastest of a few groups of steps: what else the device does just now, as
 * loading images, soon ends. The engine's training images must be those of `noiseFor`; afterwards its weights are of no use.
 */
export async function measureStep(engine: Engine, batchSize: number): Promise<number> {
  const size = Math.min(batchSize, IMAGES, engine.maxSliceImages);
  const slice: Slice = {
    indices: Uint32Array.from({ length: size }, (_, i) => i),
    batchSize: size,
    offset: 0,
    seed: 0,
    update: { learningRate: 1e-6 },
  };
  const timed = async (steps: number) => {
    const startedAt = performance.now();
    await engine.step(new Array<Slice>(steps).fill(slice));
    return (performance.now() - startedAt) / steps;
  };

  const warmUpEnd = performance.now() + WARM_UP_MS;
  let stepMs = await timed(1);
  while (performance.now() < warmUpEnd) stepMs = await timed(1);

  const groupSteps = Math.max(1, Math.round(GROUP_MS / stepMs));
  const end = performance.now() + GROUPS * GROUP_MS;
  let fastestMs = Infinity;
  do fastestMs = Math.min(fastestMs, await timed(groupSteps));
  while (performance.now() < end);
  // Larger batches come in several slices: what is measured of one is told of all.
  return (fastestMs * batchSize) / size;
}
