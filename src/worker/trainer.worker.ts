import { openDataset } from '../data/dataset';
import type { FromTrainer, ToTrainer } from './protocol';
import { createSession } from './session';

// Built, this script lies one folder below the page, whatever sub-path that is served under.
const baseUrl = new URL(import.meta.env.DEV ? '/mnist/' : '../mnist/', self.location.href).href;
const receive = createSession({
  post: (message: FromTrainer) => self.postMessage(message),
  openDataset: () => openDataset({ baseUrl }),
});
self.onmessage = ({ data }: MessageEvent<ToTrainer>) => receive(data);
// A forgotten rejection must reach the page as a crash, like any other error here.
self.onunhandledrejection = ({ reason }) => {
  throw reason;
};
