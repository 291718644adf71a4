import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatDuration } from '../../lib/formatDuration';
import { formatMegabytes } from '../../lib/formatMegabytes';
import type { RunRecord, RunState } from '../../store/run';
import { runProgress } from '../../store/run';
import type { TrainingConfig } from '../../training/config';
import { totalSteps } from '../../training/config';
import type { Words } from '../../words/words';

/** What is going on, without figures that change. */
export function phaseSentence({ train, engines }: Words, run: RunState): string {
  switch (run.status) {
    case 'preparing':
      return preparingSentence(train, engines, run.record);
    case 'evaluating':
      return fill(train.evaluating, { count: formatCount(run.testImages) });
    case 'paused':
      return run.record.setback ? train.diverged : train.paused;
    default:
      return train[run.status];
  }
}

function preparingSentence(train: Words['train'], engines: Words['engines'], record: RunRecord): string {
  const { stage, engine, loading } = record;
  if (engine) return fill(train.preparingEngine, { engine: engines[engine.name] });
  if (stage) return fill(train[stage.stage], { engine: engines[stage.name] });
  return loading ? train.loading : train.seekingEngine;
}

/** How far the phase has come; on an idle page, how long the run will be. */
export function positionSentence(words: Words, run: RunState, config: TrainingConfig): string {
  const { train } = words;
  switch (run.status) {
    case 'idle':
      return fill(train.plan, {
        epochs: formatCount(config.epochs),
        steps: formatCount(totalSteps(config)),
      });
    case 'preparing':
      return loadingSentence(words, run);
    case 'evaluating':
      return fill(train.tested, {
        done: formatCount(run.evaluatedImages),
        count: formatCount(run.testImages),
      });
    default: {
      const { record } = run;
      return fill(train.position, {
        epoch: formatCount(record.epoch + 1),
        epochs: formatCount(record.config.epochs),
        step: formatCount(record.losses.length),
        steps: formatCount(totalSteps(record.config)),
      });
    }
  }
}

/** How fast a run goes; or that it is still waiting for images. */
export function speedSentence(words: Words, run: RunState): string {
  if (run.status === 'idle' || run.status === 'preparing' || run.status === 'failed') return '';
  const { train } = words;
  const { imagesPerSecond } = run.record;
  if (imagesPerSecond === null) return loadingSentence(words, run);
  const speed = fill(train.speed, { rate: formatCount(imagesPerSecond) });
  return run.status === 'running' ? `${speed} · ${train.hiddenTab}` : speed;
}

/** When a run that is going on will have been trained. */
export function timeLeftSentence({ train }: Words, run: RunState): string {
  const etaMs = run.status === 'running' ? runProgress(run.record).etaMs : null;
  return etaMs === null ? '' : fill(train.timeLeft, { time: formatDuration(etaMs) });
}

function loadingSentence({ train }: Words, run: Exclude<RunState, { status: 'idle' }>): string {
  const { loading } = run.record;
  if (!loading || loading.loadedBytes >= loading.totalBytes) return '';
  return fill(train.shards, {
    shard: Math.min(loading.loadedShards + 1, loading.shardCount),
    shards: loading.shardCount,
    loaded: formatMegabytes(loading.loadedBytes),
    total: formatMegabytes(loading.totalBytes),
  });
}

/** Part of the training that is done, 0 … 1. */
export function completedShare(run: RunState): number {
  if (run.status === 'idle') return 0;
  const { seenImages, totalImages } = runProgress(run.record);
  return seenImages / totalImages;
}
