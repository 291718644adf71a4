import type { NodeReport, SliceResult } from '../../engine';
import type { ComputeNode, NodePart } from '../computeNode';
import type { Meeting } from './meeting';

/** What one node does of a slice; empty where a batch has fewer images than there are nodes. */
export interface SlicePart extends NodePart {
  readonly update: { readonly learningRate: number } | null;
}

export interface PartsReport extends NodeReport {
  readonly results: readonly SliceResult[];
}

/** A node's share of a group of slices. All nodes run this at the same time and meet after every slice. */
export async function runParts(
  node: ComputeNode,
  meeting: Meeting,
  parts: readonly SlicePart[],
): Promise<PartsReport> {
  const startedAt = performance.now();
  const results: SliceResult[] = [];
  let waitMs = 0;
  for (const part of parts) {
    results.push(node.accumulate(part));
    const met = part.update ? meeting.update(part.update.learningRate) : meeting.gather();
    waitMs += typeof met === 'number' ? met : await met;
  }
  const images = parts.reduce((total, { indices }) => total + indices.length, 0);
  return { results, images, computeMs: performance.now() - startedAt - waitMs, waitMs };
}
