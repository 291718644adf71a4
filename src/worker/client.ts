import type { ProblemData } from '../lib/problem';
import { Problem, errorMessage } from '../lib/problem';
import type { Command, FromTrainer, RequestName, Requests, RunEvent, ToTrainer } from './protocol';

/** A trainer that has said nothing for this long may be dead; nobody tells a page that its worker was killed. */
export const SILENCE_MS = 15_000;
const PING_INTERVAL_MS = 3_000;

/** What the client needs of a worker; a test gives it one end of a message channel. */
export type TrainerPort = Pick<
  Worker,
  'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'
>;

export interface TrainerListeners {
  onEvent(runId: number, event: RunEvent): void;
  /** The worker broke; nothing more will come from it. */
  onCrash(problem: ProblemData): void;
  /** Nothing was heard for a while (true), or the trainer is heard again (false). */
  onSilence(isSilent: boolean): void;
}

export interface TrainerClient {
  command(command: Command): void;
  /** Rejects with a Problem when the trainer refuses or breaks. */
  request<Name extends RequestName>(name: Name, ask: Requests[Name]['ask']): Promise<Requests[Name]['reply']>;
  close(): void;
}

/** Starts a trainer and speaks the protocol with it. After a crash, close this one and connect anew. */
export function connectTrainer(openPort: () => TrainerPort, listeners: TrainerListeners): TrainerClient {
  const port = openPort();
  const waiting = new Map<number, { resolve(reply: unknown): void; reject(problem: Error): void }>();
  let nextId = 1;
  let lastHeardAt = performance.now();
  let isSilent = false;

  const post = (message: ToTrainer) => port.postMessage(message);

  port.onmessage = ({ data }: MessageEvent<FromTrainer>) => {
    lastHeardAt = performance.now();
    if (isSilent) listeners.onSilence((isSilent = false));
    if (data.kind === 'event') return listeners.onEvent(data.runId, data.event);
    const question = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'reply') question?.resolve(data.reply);
    else question?.reject(new Problem(data.problem.code, data.problem.values));
  };
  port.onerror = (event) => {
    event.preventDefault();
    crash(event.message || 'the script could not be loaded');
  };
  port.onmessageerror = () => crash('a message could not be read');

  const watch = setInterval(() => {
    request('ping', {}).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
    });
    const hasGoneSilent = performance.now() - lastHeardAt > SILENCE_MS;
    if (hasGoneSilent && !isSilent) listeners.onSilence((isSilent = true));
  }, PING_INTERVAL_MS);

  function crash(detail: string) {
    const problem = new Problem('trainerCrashed', { detail });
    close(problem);
    listeners.onCrash(problem.data);
  }

  function close(reason: Error) {
    clearInterval(watch);
    port.terminate();
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  }

  function request<Name extends RequestName>(name: Name, ask: Requests[Name]['ask']) {
    return new Promise<Requests[Name]['reply']>((resolve, reject) => {
      const id = nextId++;
      // The reply to a request has the type its name maps to: the session answers by the same map.
      waiting.set(id, { resolve: resolve as (reply: unknown) => void, reject });
      try {
        post({ kind: 'request', id, name, ask } as ToTrainer);
      } catch (error) {
        waiting.delete(id);
        reject(new Problem('trainerCrashed', { detail: errorMessage(error) }));
      }
    });
  }

  return {
    command: (command) => post({ kind: 'command', command }),
    request,
    close: () => close(new Problem('trainerCrashed', { detail: 'closed' })),
  };
}
