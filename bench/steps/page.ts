import type { StepsReport, StepsRequest } from './steps.worker';

declare global {
  interface Window {
    measureSteps(request: StepsRequest): Promise<StepsReport>;
  }
}

/** Each measurement has a worker of its own, as training has in the product. */
window.measureSteps = (request) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./steps.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<StepsReport>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      worker.terminate();
      reject(new Error(message));
    };
    worker.postMessage(request);
  });
