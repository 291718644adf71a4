import { linkedAbort } from '../lib/linkedAbort';
import { errorMessage } from '../lib/problem';
import { readStream } from './readStream';

/** The silence before a stall is counted in this many parts. */
const TICKS_PER_STALL = 10;

/** Why one attempt to fetch a file failed. */
export class TransferFailure extends Error {
  readonly reason: 'unreachable' | 'stalled' | 'wrongType';

  constructor(reason: TransferFailure['reason'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'TransferFailure';
    this.reason = reason;
  }
}

export interface TransferOptions {
  readonly fetch: typeof fetch;
  readonly cache: RequestCache;
  /** Reading stops after this many bytes. */
  readonly limitBytes: number;
  /** Silence, before or between bytes, after which the attempt is given up. */
  readonly stallMs: number;
  readonly onBytes?: ((receivedBytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One attempt to fetch a file. Throws a TransferFailure, or the signal's reason. */
export async function fetchBytes(url: string, options: TransferOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { limitBytes, stallMs, onBytes } = options;
  const { controller, unlink } = linkedAbort(options.signal);
  const { signal } = controller;
  const stallWatch = watchForStall(stallMs, (failure) => controller.abort(failure));
  try {
    signal.throwIfAborted();
    const body = await openBody(url, options, signal);
    return await readStream(body, limitBytes, (receivedBytes) => {
      stallWatch.heard();
      onBytes?.(receivedBytes);
    });
  } catch (error) {
    // Each browser has its own error for an aborted transfer; the signal knows why it was.
    if (signal.aborted) throw signal.reason;
    if (error instanceof TransferFailure) throw error;
    throw new TransferFailure('unreachable', errorMessage(error), error);
  } finally {
    stallWatch.stop();
    unlink();
    // Lets go of whatever is still under way, such as the body of an error page.
    controller.abort();
  }
}

async function openBody(url: string, { fetch, cache }: TransferOptions, signal: AbortSignal) {
  const response = await fetch(url, { cache, signal });
  if (!response.ok) throw new TransferFailure('unreachable', `HTTP ${response.status}`);
  // Many servers answer a missing file with their start page and 200.
  const type = response.headers.get('Content-Type') ?? '';
  if (/html/i.test(type)) throw new TransferFailure('wrongType', type);
  if (response.body === null) throw new TransferFailure('unreachable', 'an empty answer');
  return response.body;
}

/**
 * Silence is counted in ticks rather than measured by a clock: while the thread is busy training, or the
 * machine asleep, nothing can be heard, and all of that time passes as one tick.
 */
function watchForStall(stallMs: number, onStall: (failure: TransferFailure) => void) {
  let silentTicks = 0;
  const timer = setInterval(() => {
    silentTicks++;
    if (silentTicks === TICKS_PER_STALL) onStall(new TransferFailure('stalled', `${stallMs} ms of silence`));
  }, stallMs / TICKS_PER_STALL);
  return {
    heard: () => {
      silentTicks = 0;
    },
    stop: () => clearInterval(timer),
  };
}
