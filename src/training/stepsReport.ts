import { addNodeReports } from '../engine/addNodeReports';
import type { NodeReport, SliceResult } from '../engine/engine';
import type { StepsEvent } from './events';
import type { PlacedSlice } from './slices';

/** What has been measured and not yet told. Slices add up to steps, also over reports where a step is larger than one. */
export interface StepsReport {
  /** Completed steps. */
  steps(): number;
  groupMs(): number;
  isEmpty(): boolean;
  add(
    group: readonly PlacedSlice[],
    results: readonly SliceResult[],
    groupMs: number,
    nodes: readonly NodeReport[],
  ): void;
  /** Tells it, and begins anew. */
  tell(): StepsEvent;
}

export function createStepsReport(): StepsReport {
  let lossSum = 0;
  let correctSum = 0;
  let told = emptyReport();

  return {
    steps: () => told.losses.length,
    groupMs: () => told.groupMs,
    isEmpty: () => told.last === null,

    add(group, results, groupMs, nodes) {
      group.forEach((slice, i) => {
        lossSum += results[i].lossSum;
        correctSum += results[i].correct;
        told.images += slice.indices.length;
        if (!slice.update) return;
        told.losses.push(lossSum / slice.batchSize);
        told.correct.push(correctSum);
        lossSum = correctSum = 0;
      });
      told.firstStep ??= group[0].step;
      told.last = group[group.length - 1];
      told.groupMs += groupMs;
      told.nodes = addNodeReports(told.nodes, nodes);
    },

    tell() {
      const { firstStep, losses, correct, last, images, groupMs, nodes } = told;
      if (firstStep === null || !last) throw new Error('nothing to tell');
      told = emptyReport();
      return {
        type: 'steps',
        firstStep,
        losses: Float32Array.from(losses),
        correct: Uint32Array.from(correct),
        epoch: last.epoch,
        epochImages: last.epochImages,
        groupImages: images,
        groupMs,
        nodes,
      };
    },
  };
}

function emptyReport() {
  return {
    firstStep: null as number | null,
    last: null as PlacedSlice | null,
    losses: [] as number[],
    correct: [] as number[],
    nodes: [] as readonly NodeReport[],
    images: 0,
    groupMs: 0,
  };
}
