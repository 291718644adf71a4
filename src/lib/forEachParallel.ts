import { linkedAbort } from './linkedAbort';

/**
 * Starts `work` on the items in their order, at most `limit` at a time. The first failure aborts the
 * signal that the others were given, and is thrown when all have ended.
 */
export async function forEachParallel<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, signal: AbortSignal) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const { controller, unlink } = linkedAbort(signal);
  // The lanes share one iterator, so each takes the next item that nobody has begun.
  const queue = items.values();
  const lane = async () => {
    try {
      for (const item of queue) {
        controller.signal.throwIfAborted();
        await work(item, controller.signal);
      }
    } catch (error) {
      controller.abort(error);
    }
  };
  await Promise.all(Array.from({ length: limit }, lane));
  unlink();
  controller.signal.throwIfAborted();
}
