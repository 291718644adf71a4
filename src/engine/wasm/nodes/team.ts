import { Problem, errorMessage } from '../../../lib/problem';
import type { EngineOptions, EngineState, Slice, SliceResult } from '../../engine';
import type { ComputeNode } from '../computeNode';
import { createExchange } from './createExchange';
import type { FromNode, NodeLink, ToNode } from './messages';
import type { PartsReport, SlicePart } from './runParts';
import { runParts } from './runParts';
import { allocateExchange } from './sharedExchange';

/** A node that has not answered for this long hangs. A group takes about a tenth of a second. */
const PATIENCE_MS = 10_000;

/** Several nodes that train one model: the first is this thread's, the others have workers of their own. */
export interface Team {
  readonly size: number;
  addImages(first: number, images: Uint8Array, labels: Uint8Array): void;
  writeState(state: EngineState): void;
  /** @throws Problem `nodeLost` when a node dies or hangs; the team is then only good for `close`. */
  step(slices: readonly Slice[]): Promise<SliceResult[]>;
  /** What each node did in the last group, the first node first. */
  lastReports(): readonly PartsReport[];
  close(): void;
}

/** Starts `size` − 1 workers beside `first`, which must hold `state`. @throws Problem `nodeLost` if one does not start. */
export async function startTeam(
  size: number,
  first: ComputeNode,
  module: WebAssembly.Module,
  options: EngineOptions,
  state: EngineState,
): Promise<Team> {
  const links = linksFor(size, first.gradient().length);
  const exchange = createExchange(links[0], 0, size);
  const members = Array.from({ length: size - 1 }, (_, i) => openMember(i + 1));
  let reports: readonly PartsReport[] = [];

  const tellAll = (message: ToNode) => members.forEach((member) => member.tell(message));
  const { spec, optimizer, trainingImages } = options;
  const trainingCount = trainingImages.labels.length;
  await Promise.all(
    members.map((member, i) => {
      const link = links[i + 1];
      return member.ask(
        { kind: 'start', module, spec, optimizer, trainingCount, state, self: i + 1, nodes: size, link },
        portsOf(link),
      );
    }),
  ).catch((error: unknown) => {
    close();
    throw error;
  });

  function close() {
    for (const member of members) member.close();
    for (const port of portsOf(links[0])) port.close();
  }

  return {
    size,
    // A view would be copied with all the memory it looks at.
    addImages: (from, images, labels) =>
      tellAll({ kind: 'images', first: from, images: images.slice(), labels: labels.slice() }),
    writeState: (newState) => tellAll({ kind: 'state', state: newState }),
    async step(slices) {
      const partsOf = (node: number) => slices.map((slice) => partOfSlice(slice, node, size));
      const others = members.map((member, i) => member.ask({ kind: 'parts', parts: partsOf(i + 1) }));
      // Where a node is lost the first one waits for it for ever; the rejection comes from the lost one.
      const [own, ...rest] = await Promise.all([runParts(first, exchange, partsOf(0)), ...others]);
      // Who was asked for parts answers with a report.
      reports = [own, ...rest.map((report) => report!)];
      return slices.map((_, i) =>
        reports.reduce(
          (sum, { results }) => ({
            lossSum: sum.lossSum + results[i].lossSum,
            correct: sum.correct + results[i].correct,
          }),
          { lossSum: 0, correct: 0 },
        ),
      );
    },
    lastReports: () => reports,
    close,
  };
}

/** Node n of `size` computes the n-th of equally large parts; the images of a batch keep their order. */
function partOfSlice(
  { indices, offset, batchSize, dropoutSeed, update }: Slice,
  node: number,
  size: number,
): SlicePart {
  const start = Math.floor((indices.length * node) / size);
  const end = Math.floor((indices.length * (node + 1)) / size);
  return { indices: indices.slice(start, end), offset: offset + start, batchSize, dropoutSeed, update };
}

/** Shared memory where the page is isolated; elsewhere browsers do not let it be posted, and buffers are transferred. */
function linksFor(size: number, length: number): NodeLink[] {
  if (globalThis.crossOriginIsolated) {
    const buffer = allocateExchange(size, length);
    return Array.from({ length: size }, () => ({ kind: 'shared', buffer }));
  }
  return meshOfPorts(size).map((ports) => ({ kind: 'ports', ports }));
}

const portsOf = (link: NodeLink) => (link.kind === 'ports' ? link.ports.filter((port) => port !== null) : []);

/** ports[i][j] is node i's end of its channel to node j. */
function meshOfPorts(size: number): (MessagePort | null)[][] {
  const ports: (MessagePort | null)[][] = Array.from({ length: size }, () => new Array(size).fill(null));
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const { port1, port2 } = new MessageChannel();
      ports[i][j] = port1;
      ports[j][i] = port2;
    }
  }
  return ports;
}

/** A node's worker: told things, and asked one thing at a time. */
function openMember(node: number) {
  const worker = new Worker(new URL('./node.worker.ts', import.meta.url), {
    type: 'module',
    name: `node ${node}`,
  });
  let settle: { resolve(report: PartsReport | null): void; reject(error: Error): void } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function finish(): typeof settle {
    clearTimeout(timer);
    const asked = settle;
    settle = null;
    return asked;
  }
  const lose = (detail: string) => finish()?.reject(new Problem('nodeLost', { node: node + 1, detail }));

  worker.onmessage = ({ data }: MessageEvent<FromNode>) => {
    if (data.kind === 'failed') lose(errorMessage(new Problem(data.problem.code, data.problem.values)));
    else finish()?.resolve(data.kind === 'done' ? data.report : null);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    lose(event.message || 'its script could not be loaded');
  };

  return {
    tell: (message: ToNode) => worker.postMessage(message),
    ask: (message: ToNode, transferred: Transferable[] = []) =>
      new Promise<PartsReport | null>((resolve, reject) => {
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
