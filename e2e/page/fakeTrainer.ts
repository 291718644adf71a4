import type { ProblemData } from '../../src/lib/problem';
import type { TrainingConfig } from '../../src/training/config';
import type { Likeness } from '../../src/worker/likenessFinder';
import type {
  Command,
  FromTrainer,
  Prediction,
  RequestName,
  Requests,
  RunEvent,
  ToTrainer,
} from '../../src/worker/protocol';

export interface FakeTrainerOptions {
  /** Steps told in one event. */
  readonly stepsPerEvent: number;
  /** Time between two such events (ms). */
  readonly eventIntervalMs: number;
  /** Share of the 10,000 test images that the finished model reads right. */
  readonly testAccuracy: number;
  readonly engine: Requests['survey']['reply'];
}

export const usualFake: FakeTrainerOptions = {
  stepsPerEvent: 50,
  eventIntervalMs: 100,
  testAccuracy: 0.9796,
  engine: {
    name: 'wasm',
    device: 'SIMD, 1 thread',
    losses: [],
    measured: [],
    refused: [
      { name: 'webgpu', problem: { code: 'engineNoAdapter', values: { engine: 'WebGPU' } } },
      {
        name: 'webgl',
        problem: { code: 'engineSoftware', values: { engine: 'WebGL', device: 'SwiftShader' } },
      },
    ],
  },
};

/** What a test can make the trainer do. */
export interface FakeTrainer {
  /** Everything the page has commanded. */
  readonly commands: Command[];
  /** The run's remaining steps and its test, at once. */
  finish(): void;
  /** The next step's loss is not a number, and the run fails. */
  diverge(): void;
  fail(problem: ProblemData): void;
  crash(): void;
}

declare global {
  interface Window {
    fakeTrainer: FakeTrainer;
  }
}

/**
 * Replaces the page's worker by one that learns nothing but tells a believable story; give it to
 * `page.addInitScript`. It runs in the page, so it can use nothing from outside itself.
 */
export function installFakeTrainer(options: FakeTrainerOptions): void {
  interface FakeRun {
    readonly runId: number;
    readonly config: TrainingConfig;
    readonly batch: number;
    readonly perEpoch: number;
    step: number;
    isPaused: boolean;
    isDone: boolean;
  }

  let port: FakeWorker | null = null;
  let run: FakeRun | null = null;
  const commands: Command[] = [];

  const post = (message: FromTrainer) => port?.onmessage?.({ data: message });
  const emit = (event: RunEvent) => {
    if (run) post({ kind: 'event', runId: run.runId, event });
  };

  /** Ragged in the same way each time. */
  const noise = (step: number) => Math.abs(Math.sin(12.9898 * (step + 1)) * 43_758.5453) % 1;
  const lossOf = (step: number) => (0.07 + 2.2 * Math.exp(-step / 150)) * (0.4 + 1.2 * noise(step));
  const shareOf = (step: number) => 1 - (0.02 + 0.88 * Math.exp(-step / 120)) * (0.4 + 1.2 * noise(step + 7));

  function takeSteps(wanted: number): void {
    if (!run) return;
    const { config, batch, perEpoch } = run;
    const firstStep = run.step;
    const count = Math.min(wanted, perEpoch * config.epochs - firstStep);
    run.step += count;
    const stepOfEpoch = (run.step - 1) % perEpoch;
    emit({
      type: 'steps',
      firstStep,
      losses: Float32Array.from({ length: count }, (_, i) => lossOf(firstStep + i)),
      correct: Uint32Array.from({ length: count }, (_, i) =>
        Math.min(batch, Math.max(0, Math.round(batch * shareOf(firstStep + i)))),
      ),
      epoch: Math.floor((run.step - 1) / perEpoch),
      epochImages: Math.min(config.imageCount, (stepOfEpoch + 1) * batch),
      groupImages: count * batch,
      groupMs: options.eventIntervalMs,
      nodes: [],
    });
  }

  function testWhenTrained(): void {
    if (!run || run.isDone || run.step < run.perEpoch * run.config.epochs) return;
    const imageCount = 10_000;
    const correct = Math.round(imageCount * options.testAccuracy);
    emit({ type: 'evaluating', evaluatedImages: imageCount, imageCount });
    emit({ type: 'evaluated', accuracy: correct / imageCount, loss: 0.0712, correct, imageCount });
    emit({ type: 'done', weightsHash: 'f'.repeat(64), elapsedMs: 38_000 });
    run.isPaused = true;
    run.isDone = true;
  }

  function start(command: Extract<Command, { type: 'train' }>): void {
    const { config, runId, paused } = command;
    const batch =
      config.optimizer === 'gradientDescent'
        ? config.imageCount
        : Math.min(config.batchSize, config.imageCount);
    run = {
      runId,
      config,
      batch,
      perEpoch: Math.ceil(config.imageCount / batch),
      step: 0,
      isPaused: paused,
      isDone: false,
    };
    emit({
      type: 'loading',
      progress: { loadedBytes: 9_500_000, totalBytes: 9_500_000, loadedShards: 8, shardCount: 8 },
    });
    emit({ type: 'engine', engine: options.engine });
    emit({ type: 'ready', paused });
  }

  function obey(command: Command): void {
    commands.push(command);
    if (command.type === 'train') return start(command);
    if (command.type === 'reset') run = null;
    if (!run) return;
    if (command.type === 'resume') emit({ type: 'resumed' });
    if (command.type !== 'step' && command.type !== 'pause' && command.type !== 'resume') return;
    if (command.type === 'step') takeSteps(1);
    run.isPaused = command.type !== 'resume';
    if (run.isPaused) emit({ type: 'paused' });
    testWhenTrained();
  }

  /** Whatever is drawn is a seven, more and more surely. */
  function read(step: number): Prediction {
    const sureness = 0.1 + 0.88 * (1 - Math.exp(-step / 200));
    const probabilities = new Float32Array(10).fill((1 - sureness) / 9);
    probabilities[7] = sureness;
    return { probabilities, step };
  }

  /** Whatever is drawn is a little more unlike the images than most of them. */
  function likeness(): Likeness {
    const pixels = new Uint8Array(784).fill(255, 300, 400);
    return { unlikeness: 1.3, imageCount: 30_000, nearest: [7, 7, 9].map((label) => ({ label, pixels })) };
  }

  function answer({ id, name }: Extract<ToTrainer, { kind: 'request' }>): void {
    const { measured, refused } = options.engine;
    const replies: Partial<Record<RequestName, Requests[RequestName]['reply']>> = {
      survey: options.engine,
      measure: { measured, refused },
      ping: true,
      predict: run && read(run.step),
      likeness: run && likeness(),
    };
    const reply = replies[name];
    if (reply !== undefined) post({ kind: 'reply', id, reply });
    else
      post({
        kind: 'refusal',
        id,
        problem: { code: 'unexpected', values: { detail: `${name} is not faked` } },
      });
  }

  class FakeWorker {
    onmessage: ((event: { data: FromTrainer }) => void) | null = null;
    onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
    onmessageerror: (() => void) | null = null;

    constructor() {
      // eslint-disable-next-line @typescript-eslint/no-this-alias -- the page has one trainer at a time
      port = this;
      run = null;
    }

    postMessage(message: ToTrainer) {
      // As a real worker: never before the sender has gone on.
      setTimeout(() => {
        if (port !== this) return;
        if (message.kind === 'command') obey(message.command);
        else answer(message);
      });
    }

    terminate() {
      if (port === this) port = null;
    }
  }

  setInterval(() => {
    if (!run || run.isPaused) return;
    takeSteps(options.stepsPerEvent);
    testWhenTrained();
  }, options.eventIntervalMs);

  // Of the trainer the page only ever uses what the fake has; other workers are real.
  window.Worker = new Proxy(window.Worker, {
    construct: (RealWorker, [url, settings]: [URL, WorkerOptions]) =>
      settings.name === 'trainer' ? new FakeWorker() : new RealWorker(url, settings),
  });
  window.fakeTrainer = {
    commands,
    // A moment later, like every message: a run that was just asked for has begun by then.
    finish: () =>
      void setTimeout(() => {
        takeSteps(Infinity);
        testWhenTrained();
      }),
    diverge() {
      if (!run) return;
      emit({
        type: 'steps',
        firstStep: run.step,
        losses: Float32Array.of(NaN),
        correct: Uint32Array.of(0),
        epoch: 0,
        epochImages: (run.step + 1) * run.batch,
        groupImages: run.batch,
        groupMs: 1,
        nodes: [],
      });
      const problem = {
        code: 'trainingDiverged',
        values: { step: run.step + 1, rate: run.config.learningRate },
      } as const;
      emit({ type: 'rolledBack', step: 0, rateChanges: [], problem });
      run.step = 0;
      run.isPaused = true;
    },
    fail(problem) {
      emit({ type: 'failed', problem });
      run = null;
    },
    crash: () => port?.onerror?.({ message: 'out of memory', preventDefault: () => undefined }),
  };
}
