import fc from 'fast-check';
import type { Engine, ImageSource, Slice, SliceResult } from '../../src/engine/engine';
import { exactImages, generatedModel } from '../../src/engine/generatedModels';
import { defaultOptimizers } from '../../src/engine/optimizer';
import { openGpu } from '../../src/engine/webgpu/gpu';
import { createWebgpuEngine } from '../../src/engine/webgpu/webgpuEngine';
import type { Random } from '../../src/lib/random';
import { createRandom } from '../../src/lib/random';
import { initialWeights } from '../../src/model/initialWeights';
import { planModel } from '../../src/model/plan';
import { presets } from '../../src/model/presets';
import type { ModelSpec } from '../../src/model/spec';

const STEPS = 6;
const BATCH = 16;
/** Images that arrive before they are needed: so they begin in the middle of a word of labels. */
const EARLY = 3;
const IMAGES = STEPS * BATCH + EARLY;

/** One way to do a training that can be done in many. */
export interface Way {
  /** The article's, or a generated one by its seed. */
  readonly model: 'article' | number;
  readonly workgroup: number;
  /** All slices at once; or one by one, while images still arrive and the model is asked about others. */
  readonly atOnce: boolean;
}

/** Trains some steps. A hash of all they leave: weights, losses and right answers. */
export async function trainedBits({ model, workgroup, atOnce }: Way): Promise<string> {
  const isArticle = model === 'article';
  const spec = isArticle ? presets.article : fc.sample(generatedModel, { seed: model, numRuns: 1 })[0];
  const random = createRandom(1);
  const weights = initialWeights(planModel(spec), random);
  const source = arrivingImages(spec, random);
  const options = { spec, weights, optimizer: defaultOptimizers.adam, trainingImages: source, nodes: 1 };
  const engine = await createWebgpuEngine(await openGpu('webgpu'), '', options, workgroup);

  const slices = steps(isArticle ? [BATCH] : [5, 1, BATCH - 6], random);
  const results = await (atOnce ? trainAtOnce : trainOneByOne)(engine, source, slices);
  const state = await engine.readState();
  await engine.dispose();
  const measured = Float64Array.from(results.flatMap(({ lossSum, correct }) => [lossSum, correct]));
  const bytes = await new Blob([...state.weights, measured] as ArrayBufferView<ArrayBuffer>[]).arrayBuffer();
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return new Uint8Array(hash).reduce((digits, byte) => digits + byte.toString(16).padStart(2, '0'), '');
}

interface ArrivingImages extends ImageSource {
  /** From now on the first `count` images are there. */
  arrive(count: number): void;
}

function arrivingImages(spec: ModelSpec, random: Random): ArrivingImages {
  const { images, labels } = exactImages(spec, IMAGES, random);
  const pixels = images.length / IMAGES;
  let loadedCount = 0;
  return {
    images: new Uint8Array(images.length),
    labels: new Uint8Array(IMAGES),
    get loadedCount() {
      return loadedCount;
    },
    arrive(count) {
      this.images.set(images.subarray(0, count * pixels));
      this.labels.set(labels.subarray(0, count));
      loadedCount = count;
    },
  };
}

/** Each step takes images that have arrived by then, in slices of such lengths. */
function steps(lengths: readonly number[], random: Random): Slice[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const indices = Uint32Array.from({ length: BATCH }, () => random.below((step + 1) * BATCH + EARLY));
    const seed = random.uint32();
    let offset = 0;
    return lengths.map((length): Slice => {
      offset += length;
      return {
        indices: indices.subarray(offset - length, offset),
        batchSize: BATCH,
        offset: offset - length,
        seed,
        update: offset === BATCH ? { learningRate: 0.01 } : null,
      };
    });
  }).flat();
}

function trainAtOnce(
  engine: Engine,
  source: ArrivingImages,
  slices: readonly Slice[],
): Promise<SliceResult[]> {
  source.arrive(IMAGES);
  return engine.step(slices);
}

async function trainOneByOne(
  engine: Engine,
  source: ArrivingImages,
  slices: readonly Slice[],
): Promise<SliceResult[]> {
  const results: SliceResult[] = [];
  let step = 0;
  for (const slice of slices) {
    source.arrive((step + 1) * BATCH + EARLY);
    results.push(...(await engine.step([slice])));
    await engine.predict(source.images.subarray(0, source.images.length / IMAGES));
    if (slice.update) step++;
  }
  return results;
}
