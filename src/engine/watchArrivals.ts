import type { ImageSource } from './engine';

/** Images arrive while training goes on: each call hands on those that are new, from the first of them on. */
export function watchArrivals(source: ImageSource) {
  const pixels = source.images.length / source.labels.length;
  let handedOn = 0;
  return (receive: (first: number, images: Uint8Array, labels: Uint8Array) => void): void => {
    const { loadedCount } = source;
    if (loadedCount === handedOn) return;
    receive(
      handedOn,
      source.images.subarray(handedOn * pixels, loadedCount * pixels),
      source.labels.subarray(handedOn, loadedCount),
    );
    handedOn = loadedCount;
  };
}
