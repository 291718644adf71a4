import type { DecodedShard } from './decodeShard';
import type { ImageList, Shard } from './manifest';
import { IMAGE_BYTES } from './manifest';

/** Images as bytes, still arriving, and in order: `loadedCount` only grows. */
export interface ImageSet {
  /** Image i is the `IMAGE_BYTES` bytes from `IMAGE_BYTES * i` on, row by row, 0 = paper. */
  readonly images: Uint8Array;
  /** The digit that each image shows, 0 to 9. */
  readonly labels: Uint8Array;
  /** How many images there are to load. */
  readonly imageCount: number;
  /** Images 0 … loadedCount − 1 have arrived. */
  readonly loadedCount: number;
  /**
   * Resolves when the first `count` images have arrived. Rejects with what ended the load, unless a new one
   * has begun since, or with the signal's reason.
   */
  until(count: number, signal?: AbortSignal): Promise<void>;
}

/** A shard and the place of its first image in the set. */
export interface PlacedShard extends Shard {
  readonly firstImage: number;
}

/** The side of an ImageSet that its loader sees. The bytes are allocated once, for all images. */
export class ArrivingImages implements ImageSet {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  readonly imageCount: number;
  readonly shards: readonly PlacedShard[];
  loadedCount = 0;
  readonly #arrived = new Set<PlacedShard>();
  #failure: { readonly error: unknown } | null = null;
  /** One for each pending `until`: looks whether its wait is over. */
  readonly #waits = new Set<() => void>();

  constructor({ imageCount, shards }: ImageList) {
    this.images = new Uint8Array(imageCount * IMAGE_BYTES);
    this.labels = new Uint8Array(imageCount);
    this.imageCount = imageCount;
    let firstImage = 0;
    this.shards = shards.map((shard) => {
      const placed = { ...shard, firstImage };
      firstImage += shard.imageCount;
      return placed;
    });
  }

  has(shard: PlacedShard): boolean {
    return this.#arrived.has(shard);
  }

  add(shard: PlacedShard, { images, labels }: DecodedShard): void {
    this.images.set(images, shard.firstImage * IMAGE_BYTES);
    this.labels.set(labels, shard.firstImage);
    this.#arrived.add(shard);
    const nextMissing = this.shards.find((other) => !this.has(other));
    this.loadedCount = nextMissing?.firstImage ?? this.imageCount;
    this.#endWaits();
  }

  /** The load has ended before everything arrived. */
  fail(error: unknown): void {
    this.#failure = { error };
    this.#endWaits();
  }

  /** A load begins, so there is something to wait for again. */
  forgetFailure(): void {
    this.#failure = null;
  }

  until(count: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (count > this.imageCount) throw new RangeError(`There are ${this.imageCount} images, not ${count}.`);
      const endIfOver = () => {
        if (signal?.aborted) reject(signal.reason);
        else if (this.loadedCount >= count) resolve();
        else if (this.#failure !== null) reject(this.#failure.error);
        else return;
        this.#waits.delete(endIfOver);
        signal?.removeEventListener('abort', endIfOver);
      };
      this.#waits.add(endIfOver);
      signal?.addEventListener('abort', endIfOver);
      endIfOver();
    });
  }

  #endWaits() {
    for (const endIfOver of this.#waits) endIfOver();
  }
}

/** Images `start` … `end` − 1 of a set, as a set of their own. */
export function partOfImages(set: ImageSet, start: number, end: number): ImageSet {
  return {
    images: set.images.subarray(start * IMAGE_BYTES, end * IMAGE_BYTES),
    labels: set.labels.subarray(start, end),
    imageCount: end - start,
    get loadedCount() {
      return Math.min(Math.max(0, set.loadedCount - start), end - start);
    },
    until: (count, signal) => set.until(start + count, signal),
  };
}

/** Images that are all there, as a set. */
export function loadedImages(images: Uint8Array, labels: Uint8Array): ImageSet {
  const imageCount = labels.length;
  return { images, labels, imageCount, loadedCount: imageCount, until: async () => undefined };
}
