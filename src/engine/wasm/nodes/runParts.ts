import type { NodeReport, SliceResult } from '../../engine';
import type { ComputeNode, NodePart } from '../computeNode';
import type { Exchange } from './exchange';

/** What one node does of a slice; empty where a batch has fewer images than there are nodes. */
export interface SlicePart extends NodePart {
  readonly update: { readonly learningRate: number } | null;
}

export interface PartsReport extends NodeReport {
  readonly results: readonly SliceResult[];
}

/** A node's share of a group of slices. All nodes run this at the same time and meet at every update. */
export async function runParts(
  node: ComputeNode,
  exchange: Exchange,
  parts: readonly SlicePart[],
): Promise<PartsReport> {
  const startedAt = performance.now();
  const results: SliceResult[] = [];
  let waitMs = 0;
  for (const part of parts) {
    results.push(node.accumulate(part));
    if (!part.update) continue;
    const waitFrom = performance.now();
    await exchange(node.gradient());
    waitMs += performance.now() - waitFrom;
    node.update(part.update.learningRate);
  }
  const images = parts.reduce((total, { indices }) => total + indices.length, 0);
  return { results, images, computeMs: performance.now() - startedAt - waitMs, waitMs };
}
