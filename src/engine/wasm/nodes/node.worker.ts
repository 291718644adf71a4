import { problemData } from '../../../lib/problem';
import { planModel } from '../../../model/plan';
import { createComputeNode } from '../computeNode';
import { createExchange } from './createExchange';
import type { FromNode, ToNode } from './messages';
import { runParts } from './runParts';

// A node other than the first: it starts, then does as it is told, one message at a time.
const post = (message: FromNode) => self.postMessage(message);
let last: Promise<unknown> = Promise.resolve();
let perform: (message: Exclude<ToNode, { kind: 'start' }>) => void | Promise<void>;

self.onmessage = ({ data }: MessageEvent<ToNode>) => {
  last = last
    .then(() => (data.kind === 'start' ? start(data) : perform(data)))
    .catch((error: unknown) => post({ kind: 'failed', problem: problemData(error) }));
};

async function start({
  module,
  spec,
  optimizer,
  trainingCount,
  state,
  self: place,
  nodes,
  link,
}: ToNode & { kind: 'start' }) {
  const node = await createComputeNode(module, planModel(spec), optimizer, trainingCount);
  node.writeState(state);
  const exchange = createExchange(link, place, nodes);
  perform = async (message) => {
    switch (message.kind) {
      case 'images':
        return node.addImages(message.first, message.images, message.labels);
      case 'state':
        return node.writeState(message.state);
      case 'parts':
        return post({ kind: 'done', report: await runParts(node, exchange, message.parts) });
    }
  };
  post({ kind: 'ready' });
}
