import { problemData } from '../../../lib/problem';
import { planModel } from '../../../model/plan';
import { createComputeNode } from '../computeNode';
import { ownMemory } from '../nodeMemory';
import type { FromNode, StateForNode, ToNode } from './messages';
import { createPortMeeting } from './portMeeting';
import { runParts } from './runParts';
import { createSharedMeeting } from './sharedMeeting';

// A node other than the first: it starts, then does as it is told, one message at a time.
const post = (message: FromNode) => self.postMessage(message);
let last: Promise<unknown> = Promise.resolve();
let perform: (message: Exclude<ToNode, { kind: 'start' }>) => void | Promise<void>;

self.onmessage = ({ data }: MessageEvent<ToNode>) => {
  last = last
    .then(() => (data.kind === 'start' ? start(data) : perform(data)))
    .catch((error: unknown) => post({ kind: 'failed', problem: problemData(error) }));
};

async function start({ module, spec, optimizer, trainingCount, state, link }: ToNode & { kind: 'start' }) {
  const place = link.kind === 'shared' ? link.place : ownMemory();
  const node = await createComputeNode(module, planModel(spec), optimizer, trainingCount, place);
  const takeState = (given: StateForNode) =>
    typeof given === 'number' ? node.follow(given) : node.writeState(given);
  takeState(state);
  const meeting =
    link.kind === 'shared'
      ? createSharedMeeting(node, link.place)
      : createPortMeeting(node, link.self, link.ports);
  perform = async (message) => {
    switch (message.kind) {
      case 'images':
        return node.addImages(message.first, message.images, message.labels);
      case 'state':
        return takeState(message.state);
      case 'parts':
        return post({ kind: 'done', report: await runParts(node, meeting, message.parts) });
      case 'evaluate':
        return post({ kind: 'evaluated', result: node.evaluate(message.images, message.labels) });
    }
  };
  post({ kind: 'ready' });
}
