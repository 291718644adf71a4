import { encodeShard } from '../../scripts/encodeShard.mjs';
import type { Manifest, Shard } from './manifest';
import { IMAGE_BYTES } from './manifest';

/** For tests: a published dataset in memory, whose server can be told to fail in every way that matters. */

export interface FakeShard {
  readonly shard: Shard;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly labels: Uint8Array;
  readonly images: Uint8Array;
}

/** A shard of made-up images, packed as the real ones are. */
export async function fakeShard(name: string, imageCount: number, lastLabel = 9): Promise<FakeShard> {
  const labels = Uint8Array.from({ length: imageCount }, (_, index) => index % (lastLabel + 1));
  // Every image is another, so that one in the wrong place shows.
  const images = Uint8Array.from(
    { length: imageCount * IMAGE_BYTES },
    (_, index) => (index * 7919 + imageCount) >> 5,
  );
  return { ...(await encodeShard(name, labels, images)), labels, images };
}

export function fakeManifest(training: readonly FakeShard[], test: readonly FakeShard[]): Manifest {
  const list = (fakes: readonly FakeShard[]) => ({
    imageCount: fakes.reduce((sum, { shard }) => sum + shard.imageCount, 0),
    shards: fakes.map(({ shard }) => shard),
  });
  return {
    version: 1,
    name: 'Fake',
    source: 'a test',
    homepage: 'https://example.org',
    licence: 'none',
    imageShape: [28, 28, 1],
    classCount: 10,
    training: list(training),
    test: list(test),
  };
}

/** How one request is answered. */
export type Answer = (signal: AbortSignal) => Response | Promise<Response>;

export const sends =
  (bytes: Uint8Array, type = 'application/octet-stream'): Answer =>
  (signal) =>
    new Response(stream(bytes, signal), { headers: { 'Content-Type': type } });

/** Sends what there is, then neither more nor an end. */
export const stallsAfter =
  (bytes: Uint8Array): Answer =>
  (signal) =>
    new Response(stream(bytes, signal, false));

/** Does not even send a status. */
export const neverAnswers: Answer = (signal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

export const refuses =
  (status: number): Answer =>
  () =>
    new Response('an error page', { status });

export const isOffline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** Answers as `answer` does, when `opens` resolves. */
export const waitsFor =
  (opens: Promise<void>, answer: Answer): Answer =>
  async (signal) => {
    await Promise.race([opens, neverAnswers(signal)]);
    return answer(signal);
  };

/** Serves files from `baseUrl`; `script` replaces the next answers for a file, one for each request. */
export function fakeServer(files: Readonly<Record<string, Uint8Array>>) {
  const baseUrl = 'https://example.org/mnist/';
  const requests: { readonly file: string; readonly cache: RequestCache | undefined }[] = [];
  const scripts = new Map<string, Answer[]>();

  async function fetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const file = String(url).replace(baseUrl, '');
    requests.push({ file, cache: init.cache });
    const served = files[file];
    const answer = scripts.get(file)?.shift() ?? (served === undefined ? refuses(404) : sends(served));
    return answer(init.signal ?? new AbortController().signal);
  }

  return {
    baseUrl,
    fetch,
    requests,
    script: (file: string, ...answers: Answer[]) => void scripts.set(file, answers),
  };
}

/** In two pieces, and broken off by `signal` as a real body is. */
function stream(bytes: Uint8Array, signal: AbortSignal, ends = true) {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      signal.addEventListener('abort', () => controller.error(signal.reason));
      const middle = bytes.length >> 1;
      controller.enqueue(bytes.slice(0, middle));
      controller.enqueue(bytes.slice(middle));
      if (ends) controller.close();
    },
  });
}
