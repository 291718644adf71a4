import { Problem, errorMessage } from '../../../lib/problem';
import type { FromNode, ToNode } from './messages';

/** A node that has not answered for this long hangs. A group takes about a twentieth of a second. */
const PATIENCE_MS = 10_000;

type Answer = Exclude<FromNode, { kind: 'failed' }>;

/** Another node's worker: told things, and asked one thing at a time. */
export interface Member {
  tell(message: ToNode): void;
  /** @throws Problem `nodeLost` */
  ask(message: ToNode, transferred?: Transferable[]): Promise<Answer>;
  close(): void;
}

export function openMember(node: number): Member {
  const worker = new Worker(new URL('./node.worker.ts', import.meta.url), {
    type: 'module',
    name: `node ${node}`,
  });
  let settle: { resolve(answer: Answer): void; reject(error: Error): void } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Perhaps before anything was asked. */
  let lost: Problem | null = null;

  function finish(): typeof settle {
    clearTimeout(timer);
    const asked = settle;
    settle = null;
    return asked;
  }
  function lose(detail: string): void {
    lost = new Problem('nodeLost', { node: node + 1, detail });
    finish()?.reject(lost);
  }

  worker.onmessage = ({ data }: MessageEvent<FromNode>) => {
    if (data.kind === 'failed') lose(errorMessage(new Problem(data.problem.code, data.problem.values)));
    else finish()?.resolve(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    lose(event.message || 'its script could not be loaded');
  };

  return {
    tell: (message) => worker.postMessage(message),
    ask: (message, transferred = []) =>
      new Promise((resolve, reject) => {
        if (lost) return reject(lost);
        settle = { resolve, reject };
        timer = setTimeout(() => lose(`no answer for ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
        worker.postMessage(message, transferred);
      }),
    close() {
      clearTimeout(timer);
      worker.terminate();
    },
  };
}
