/**
 * The bytes of a stream. Stops after `limit` bytes and cancels the rest, so that a source which is longer
 * than it should be cannot fill the memory: ask for one byte too many and look at the length.
 */
export async function readStream(
  stream: ReadableStream<Uint8Array>,
  limit: number,
  onBytes?: (receivedBytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(limit);
  let receivedBytes = 0;
  // Not `for await`: Safari's streams were not iterable when this was written.
  const reader = stream.getReader();
  while (receivedBytes < limit) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, receivedBytes);
    const kept = value.subarray(0, limit - receivedBytes);
    bytes.set(kept, receivedBytes);
    receivedBytes += kept.length;
    onBytes?.(receivedBytes);
  }
  // Nobody waits for the source to let go: the bytes are here.
  void reader.cancel().catch(() => undefined);
  return bytes;
}
