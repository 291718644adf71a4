/** Waits, but not for long once `signal` aborts: then it rejects at once with the signal's reason. */
export function delay(durationMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const cancel = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', cancel);
      resolve();
    }, durationMs);
    signal?.addEventListener('abort', cancel, { once: true });
  });
}
