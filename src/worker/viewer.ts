import type { Dataset } from '../data/dataset';
import type { ImageSet } from '../data/imageSet';
import { partOfImages } from '../data/imageSet';
import { IMAGE_BYTES } from '../data/manifest';
import { openEngine } from '../engine/choose';
import type { Engine } from '../engine/engine';
import { oneAtATime } from '../engine/oneAtATime';
import { nextTask } from '../lib/nextTask';
import { CLASS_COUNT } from '../model/spec';
import type { ReadSet, Readings } from '../scores/readings';
import type { Checkpoint, CheckpointView } from '../training/checkpoint';
import { decodeCheckpoint } from '../training/checkpointFile';
import { trainedImages } from '../training/config';
import { evaluate } from '../training/evaluate';
import type { EvaluationEvent } from '../training/events';
import { readImages } from '../training/readImages';
import { arrivedImages } from './arrivedImages';
import { requestFromCheckpoint } from './engineRequest';
import type { ReadWeights } from './explainer';
import type { Prediction } from './protocol';

/** Looks at checkpoints, on an engine of its own, so that a run goes on undisturbed. */
export interface Viewer {
  /** @throws Problem where it cannot be read */
  open(file: Uint8Array | null): Promise<CheckpointView | null>;
  read(digit: Uint8Array): Promise<Prediction>;
  /** Of the checkpoint; null where none is open. */
  weights(): Promise<ReadWeights | null>;
  /** Scores the test images, which are fetched if they are not there yet. */
  test(): Promise<EvaluationEvent>;
  /** Reads every image of a set, which is fetched if it is not there yet. */
  readImages(set: ReadSet): Promise<Readings>;
}

/** Engines have room for a data set; this one never trains. */
const nothingToLearn = { images: new Uint8Array(IMAGE_BYTES), labels: new Uint8Array(1), loadedCount: 0 };

export function createViewer(openDataset: () => Promise<Dataset>): Viewer {
  let viewed: Checkpoint | null = null;
  let engine: Engine | null = null;
  /** What is opened last is what counts, however long it takes. */
  let opening: Promise<void> = Promise.resolve();

  async function take(next: Checkpoint | null): Promise<void> {
    const isOtherModel = next?.config.preset !== viewed?.config.preset;
    if (isOtherModel) {
      await engine?.dispose();
      engine = null;
    }
    viewed = next;
    if (!next) return;
    engine ??= await openFor(next);
    await engine.writeState({ weights: next.state.weights, optimizer: { step: 0, slots: {} } });
  }

  /** One thread of the processor is enough to read a digit, and a graphics card may be busy with a run. */
  async function openFor(checkpoint: Checkpoint): Promise<Engine> {
    const opened = await openEngine({
      ...requestFromCheckpoint(checkpoint),
      optimizer: { name: 'sgd' },
      choice: 'wasm',
      nodes: 1,
      trainingImages: nothingToLearn,
      known: [],
    });
    return oneAtATime(opened.engine);
  }

  async function present(): Promise<{ engine: Engine; checkpoint: Checkpoint }> {
    await opening;
    if (!engine || !viewed) throw new Error('no checkpoint is open');
    return { engine, checkpoint: viewed };
  }

  return {
    async open(file) {
      const next = file && decodeCheckpoint(file);
      opening = opening.catch(() => undefined).then(() => take(next));
      await opening;
      if (!next) return null;
      const { step, state, history } = next;
      return { step, loss: history.losses.at(-1) ?? null, kernel: state.weights[0] };
    },

    async read(digit) {
      const { engine, checkpoint } = await present();
      return { step: checkpoint.step, probabilities: await engine.predict(digit) };
    },

    async weights() {
      await opening;
      if (!viewed) return null;
      const { config, step, state } = viewed;
      return { preset: config.preset, step, weights: state.weights };
    },

    async test() {
      const { engine, checkpoint } = await present();
      const dataset = await openDataset();
      await dataset.load(0);
      for await (const event of evaluate(engine, dataset.test)) {
        if (event.type === 'evaluated') return event;
        if (viewed !== checkpoint) break;
        await nextTask();
      }
      throw otherCheckpoint();
    },

    async readImages(set) {
      const { engine, checkpoint } = await present();
      const images = await imagesToRead(checkpoint, set);
      const probabilities = new Float32Array(CLASS_COUNT * images.imageCount);
      for await (const piece of readImages(engine, images)) {
        if (viewed !== checkpoint) throw otherCheckpoint();
        probabilities.set(piece.probabilities, CLASS_COUNT * piece.start);
      }
      return { labels: images.labels, probabilities };
    },
  };

  async function imagesToRead({ config }: Checkpoint, set: ReadSet): Promise<ImageSet> {
    const dataset = await openDataset();
    if (set === 'test') return arrivedImages(dataset, 'test', dataset.test.imageCount);
    const training = await arrivedImages(dataset, 'training', config.imageCount);
    return partOfImages(training, trainedImages(config), config.imageCount);
  }
}

const otherCheckpoint = () => new Error('another checkpoint was opened meanwhile');
