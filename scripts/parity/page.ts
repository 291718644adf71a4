import type { CaseReport, CaseRequest } from './case.worker';

declare global {
  interface Window {
    runCase(request: CaseRequest): Promise<CaseReport>;
  }
}

/** Each case runs in a worker of its own, as training does in the product. */
window.runCase = (request) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./case.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<CaseReport>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      worker.terminate();
      reject(new Error(message));
    };
    worker.postMessage(request);
  });
