import { planModel } from '../../../model/plan';
import type { EngineOptions, EngineState, Slice, SliceResult } from '../../engine';
import { initialOptimizerState } from '../../optimizer';
import { watchArrivals } from '../../watchArrivals';
import type { ComputeNode } from '../computeNode';
import { createComputeNode } from '../computeNode';
import type { LoadKernels } from '../kernelBuild';
import type { Snapshot } from '../learned';
import { ownMemory, sharedMemory } from '../nodeMemory';
import type { Meeting } from './meeting';
import { createSolitude } from './meeting';
import type { Member } from './member';
import { openMember } from './member';
import type { NodeLink, ToNode } from './messages';
import { createPortMeeting } from './portMeeting';
import type { PartsReport, SlicePart } from './runParts';
import { runParts } from './runParts';
import { createSharedMeeting } from './sharedMeeting';

/** The nodes that train one model: the first is this thread's, the others, if any, have workers of their own. */
export interface Team {
  readonly size: number;
  /** Holds the weights and the optimizer's state; to be asked between steps. */
  readonly first: ComputeNode;
  writeState(state: EngineState): void;
  /** @throws Problem `nodeLost` when a node dies or hangs; the team is then only good for `close`. */
  step(slices: readonly Slice[]): Promise<SliceResult[]>;
  /** Every node scores part of the images. @throws Problem `nodeLost`, as `step` */
  evaluate(images: Uint8Array, labels: Uint8Array): Promise<SliceResult>;
  /** What each node did in the last group, the first node first. */
  lastReports(): readonly PartsReport[];
  close(): void;
}

/**
 * Brings `size` nodes together: in one memory where the page is isolated; elsewhere browsers let no memory be posted, and each
 * node has its own.
 * @param from where to begin; null for the weights in `options`
 * @throws Problem `nodeLost` if a node does not start, and whatever the browser throws where memory is refused
 */
export async function startTeam(
  size: number,
  loadKernels: LoadKernels,
  options: EngineOptions,
  from: Snapshot | null,
): Promise<Team> {
  // Workers load while this thread lays out the model.
  const members = Array.from({ length: size - 1 }, (_, i) => openMember(i + 1));
  try {
    return await assemble(members, loadKernels, options, from);
  } catch (error) {
    for (const member of members) member.close();
    throw error;
  }
}

async function assemble(
  members: readonly Member[],
  loadKernels: LoadKernels,
  options: EngineOptions,
  from: Snapshot | null,
): Promise<Team> {
  const { spec, optimizer, trainingImages } = options;
  const size = members.length + 1;
  const trainingCount = trainingImages.labels.length;
  const sharesMemory = size > 1 && globalThis.crossOriginIsolated;
  const module = await loadKernels(sharesMemory);
  const place = sharesMemory ? sharedMemory(size) : ownMemory();
  const first = await createComputeNode(module, planModel(spec), optimizer, trainingCount, place);
  if (from) first.restore(from);
  else {
    const { weights } = options;
    first.writeState({ weights, optimizer: initialOptimizerState(optimizer, weights) });
  }

  const links = sharesMemory ? linksThroughMemory() : linksThroughPorts(size);
  const meeting = meetingOf(links[0]);
  const arrivals = watchArrivals(trainingImages);
  let reports: readonly PartsReport[] = [];

  function linksThroughMemory(): NodeLink[] {
    return Array.from({ length: size }, (_, self) => ({
      kind: 'shared',
      place: { ...place, self, common: first.common },
    }));
  }

  function meetingOf(link: NodeLink): Meeting {
    if (size === 1) return createSolitude(first);
    return link.kind === 'shared'
      ? createSharedMeeting(first, link.place)
      : createPortMeeting(first, link.self, link.ports);
  }

  const tellAll = (message: ToNode) => members.forEach((member) => member.tell(message));

  /** A shared memory takes new images in once, else each node gets its own. */
  function takeArrivals(): void {
    arrivals((start, images, labels) => {
      first.addImages(start, images, labels);
      // A view would be copied with all the memory it looks at.
      if (!sharesMemory)
        tellAll({ kind: 'images', first: start, images: images.slice(), labels: labels.slice() });
    });
  }

  const state = sharesMemory ? (from?.updates ?? 0) : first.readState();
  await Promise.all(
    members.map((member, i) => {
      const link = links[i + 1];
      return member.ask(
        { kind: 'start', module, spec, optimizer, trainingCount, state, link },
        portsOf(link),
      );
    }),
  );

  return {
    size,
    first,
    writeState(newState) {
      first.writeState(newState);
      tellAll({ kind: 'state', state: sharesMemory ? newState.optimizer.step : newState });
    },
    async step(slices) {
      takeArrivals();
      const partsOf = (node: number) => slices.map((slice) => partOfSlice(slice, node, size));
      const others = members.map((member, i) => member.ask({ kind: 'parts', parts: partsOf(i + 1) }));
      // Where a node is lost the first one waits for it for ever; the rejection comes from the lost one.
      const [own, ...rest] = await Promise.all([runParts(first, meeting, partsOf(0)), ...others]);
      reports = [own, ...rest.flatMap((answer) => (answer.kind === 'done' ? [answer.report] : []))];
      return slices.map((_, i) => addUp(reports.map(({ results }) => results[i])));
    },
    async evaluate(images, labels) {
      const pixels = images.length / labels.length;
      const startOf = (node: number) => Math.floor((labels.length * node) / size);
      const others = members.map((member, i) => {
        const [start, end] = [startOf(i + 1), startOf(i + 2)];
        // Slices: a view would be copied with all the memory it looks at.
        return member.ask({
          kind: 'evaluate',
          images: images.slice(start * pixels, end * pixels),
          labels: labels.slice(start, end),
        });
      });
      const end = startOf(1);
      const own = first.evaluate(images.subarray(0, end * pixels), labels.subarray(0, end));
      const rest = await Promise.all(others);
      return addUp([own, ...rest.flatMap((answer) => (answer.kind === 'evaluated' ? [answer.result] : []))]);
    },
    lastReports: () => reports,
    close() {
      for (const member of members) member.close();
      for (const port of portsOf(links[0])) port.close();
    },
  };
}

function addUp(results: readonly SliceResult[]): SliceResult {
  return results.reduce((sum, { lossSum, correct }) => ({
    lossSum: sum.lossSum + lossSum,
    correct: sum.correct + correct,
  }));
}

/** Node n of `size` computes the n-th of equally large parts; the images of a batch keep their order. */
function partOfSlice(
  { indices, offset, batchSize, seed, update }: Slice,
  node: number,
  size: number,
): SlicePart {
  const start = Math.floor((indices.length * node) / size);
  const end = Math.floor((indices.length * (node + 1)) / size);
  return { indices: indices.slice(start, end), offset: offset + start, batchSize, seed, update };
}

const portsOf = (link: NodeLink) => (link.kind === 'ports' ? link.ports.filter((port) => port !== null) : []);

/** A channel between any two nodes: node i's `ports[j]` is its end of that to node j. */
function linksThroughPorts(size: number): NodeLink[] {
  const ports: (MessagePort | null)[][] = Array.from({ length: size }, () => new Array(size).fill(null));
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const { port1, port2 } = new MessageChannel();
      ports[i][j] = port1;
      ports[j][i] = port2;
    }
  }
  return ports.map((ends, self) => ({ kind: 'ports', self, ports: ends }));
}
