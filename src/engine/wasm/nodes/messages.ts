import type { ProblemData } from '../../../lib/problem';
import type { ModelSpec } from '../../../model/spec';
import type { EngineState, SliceResult } from '../../engine';
import type { OptimizerSpec } from '../../optimizer';
import type { NodePlace } from '../layOutNode';
import type { PartsReport, SlicePart } from './runParts';

/** How a node meets the others: in a shared memory, or through ports to each (null in its own place). */
export type NodeLink =
  | { readonly kind: 'shared'; readonly place: NodePlace }
  | { readonly kind: 'ports'; readonly self: number; readonly ports: readonly (MessagePort | null)[] };

/** The state itself, or, where the first node has written it to the memory that is shared, how many updates made it. */
export type StateForNode = EngineState | number;

/** First node → another. */
export type ToNode =
  | {
      readonly kind: 'start';
      readonly module: WebAssembly.Module;
      readonly spec: ModelSpec;
      readonly optimizer: OptimizerSpec;
      readonly trainingCount: number;
      readonly state: StateForNode;
      readonly link: NodeLink;
    }
  | {
      readonly kind: 'images';
      readonly first: number;
      readonly images: Uint8Array;
      readonly labels: Uint8Array;
    }
  | { readonly kind: 'state'; readonly state: StateForNode }
  | { readonly kind: 'parts'; readonly parts: readonly SlicePart[] }
  | { readonly kind: 'evaluate'; readonly images: Uint8Array; readonly labels: Uint8Array };

/** Another node → the first. */
export type FromNode =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly report: PartsReport }
  | { readonly kind: 'evaluated'; readonly result: SliceResult }
  | { readonly kind: 'failed'; readonly problem: ProblemData };
