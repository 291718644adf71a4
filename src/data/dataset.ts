import { forEachParallel } from '../lib/forEachParallel';
import type { ImageSet, PlacedShard } from './imageSet';
import { ArrivingImages } from './imageSet';
import { loadManifest } from './loadManifest';
import { loadShard } from './loadShard';
import type { Patience } from './retry';
import { usualPatience } from './retry';

/** Browsers open six connections to a host; the page needs one or two itself. */
const MAX_SHARDS_IN_FLIGHT = 4;

/** How far a load is, in compressed bytes. Shards that were there before count as loaded. */
export interface LoadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
  readonly loadedShards: number;
  readonly shardCount: number;
}

interface LoadOptions {
  /** Until this is settled shards are only fetched: to verify and decode them would disturb what is being measured. */
  readonly after?: Promise<unknown>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface Dataset {
  readonly training: ImageSet;
  readonly test: ImageSet;
  /**
   * Fetches what is missing of the first `trainingCount` training images, in order, then of the test images.
   * Rejects with a Problem that names the shard, or with the signal's reason; what has arrived until then
   * stays. A new load may begin when the one before has ended or its signal is aborted.
   */
  load(trainingCount: number, options?: LoadOptions): Promise<void>;
}

interface DatasetOptions {
  /** Where the manifest and the shards are; ends with a slash. */
  readonly baseUrl: string;
  readonly fetch?: typeof fetch;
  readonly patience?: Patience;
}

/** Loads the list of shards, no image yet. Throws `manifestUnreachable` or `manifestInvalid`. */
export async function openDataset(options: DatasetOptions): Promise<Dataset> {
  // Wrapped, because browsers insist that their fetch is called on the global object.
  const { baseUrl, fetch = (...request) => globalThis.fetch(...request), patience = usualPatience } = options;
  const manifest = await loadManifest(baseUrl, fetch, patience);
  const training = new ArrivingImages(manifest.training);
  const test = new ArrivingImages(manifest.test);
  let loadNumber = 0;

  const setOf = (shard: PlacedShard) => (training.shards.includes(shard) ? training : test);

  async function load(trainingCount: number, { after, signal, onProgress }: LoadOptions = {}): Promise<void> {
    const thisLoad = ++loadNumber;
    training.forgetFailure();
    test.forgetFailure();
    const needed = [...training.shards.filter((shard) => shard.firstImage < trainingCount), ...test.shards];
    const missing = needed.filter((shard) => !setOf(shard).has(shard));
    const progress = trackProgress(needed, missing, onProgress);
    try {
      await forEachParallel(missing, MAX_SHARDS_IN_FLIGHT, loadInto, signal);
    } catch (error) {
      // An abandoned load may end after its successor began, and has no say any more.
      if (thisLoad === loadNumber) {
        training.fail(error);
        test.fail(error);
      }
      throw error;
    }

    async function loadInto(shard: PlacedShard, laneSignal: AbortSignal) {
      const onBytes = (receivedBytes: number) => progress.receive(shard, receivedBytes);
      setOf(shard).add(
        shard,
        await loadShard(shard, { baseUrl, fetch, patience, after, onBytes, signal: laneSignal }),
      );
      progress.finish();
    }
  }

  return { training, test, load };
}

function trackProgress(
  needed: readonly PlacedShard[],
  missing: readonly PlacedShard[],
  onProgress: LoadOptions['onProgress'],
) {
  const totalBytes = sum(needed.map((shard) => shard.byteLength));
  const receivedBytes = new Map(missing.map((shard) => [shard, 0]));
  const presentBytes = totalBytes - sum(missing.map((shard) => shard.byteLength));
  let loadedShards = needed.length - missing.length;

  function report() {
    const loadedBytes = presentBytes + sum([...receivedBytes.values()]);
    onProgress?.({ loadedBytes, totalBytes, loadedShards, shardCount: needed.length });
  }

  report();
  return {
    receive(shard: PlacedShard, bytes: number) {
      // A retry begins again at 0, and the bar waits until it has caught up.
      const furthest = Math.max(receivedBytes.get(shard) ?? 0, bytes);
      receivedBytes.set(shard, Math.min(furthest, shard.byteLength));
      report();
    },
    finish() {
      loadedShards++;
      report();
    },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
