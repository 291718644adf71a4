import type { Dataset } from '../data/dataset';
import { preloadEngine, surveyEngines } from '../engine/choose';
import { measureEngines } from '../engine/measureEngines';
import { problemData } from '../lib/problem';
import { copyImages } from './arrivedImages';
import { engineRequest } from './engineRequest';
import { createExplainer } from './explainer';
import { findRate } from './findRate';
import { createLikenessFinder } from './likenessFinder';
import type { Command, FromTrainer, Requests, RunEvent, ToTrainer } from './protocol';
import type { RunHandle } from './runTraining';
import { runTraining } from './runTraining';
import { createViewer } from './viewer';

export interface SessionOptions {
  readonly post: (message: FromTrainer) => void;
  readonly openDataset: () => Promise<Dataset>;
}

/**
 * What a trainer does with messages: it holds at most one run, starts the next when the last has let go of the
 * device, and answers questions about the present one. It has never heard of workers.
 */
export function createSession({ post, openDataset }: SessionOptions): (message: ToTrainer) => void {
  let run: RunHandle | null = null;
  let dataset: Promise<Dataset> | null = null;
  /** A run would disturb it, and waits. */
  let measuring: Promise<unknown> = Promise.resolve();

  const viewer = createViewer(sharedDataset);
  const explain = createExplainer();
  const findLikeness = createLikenessFinder();

  /** The data outlives runs; a manifest that could not be loaded is asked for again by the next run. */
  function sharedDataset(): Promise<Dataset> {
    dataset ??= openDataset().catch((error: unknown) => {
      dataset = null;
      throw error;
    });
    return dataset;
  }

  function obey(command: Command): void {
    switch (command.type) {
      case 'train': {
        const { runId, config, paused, known, from } = command;
        run = runTraining({
          config,
          paused,
          known,
          from,
          openDataset: sharedDataset,
          after: Promise.all([run?.abandon(), measuring]),
          emit: (event: RunEvent) => post({ kind: 'event', runId, event }),
        });
        break;
      }
      case 'reset':
        void run?.abandon();
        break;
      default:
        run?.obey(command);
    }
  }

  const answers: {
    [Name in keyof Requests]: (ask: Requests[Name]['ask']) => Promise<Requests[Name]['reply']>;
  } = {
    async survey({ choice }) {
      const report = await surveyEngines(choice);
      // Whoever starts the engine hears of what goes wrong here.
      preloadEngine(report.name).catch(() => undefined);
      return report;
    },
    async measure({ config }) {
      const measured = measureEngines(engineRequest(config));
      measuring = measured.catch(() => undefined);
      return measured;
    },
    view: ({ file }) => viewer.open(file),
    readView: ({ digit }) => viewer.read(digit),
    testView: () => viewer.test(),
    readImages: ({ set }) => viewer.readImages(set),
    images: async ({ from, numbers }) => copyImages(await sharedDataset(), from, numbers),
    explain: ({ by, question }) =>
      explain(by === 'view' ? viewer.weights : async () => run?.weights() ?? null, question),
    testHand: async ({ hand }) => run?.testHand(hand) ?? null,
    learnHand: async ({ hand }) => run?.learnHand(hand) ?? null,
    async forgetHand() {
      await run?.forgetHand();
      return true;
    },
    // Where no run has opened the data it is left closed.
    likeness: async ({ digit }) => findLikeness(await dataset, digit),
    async findRate({ config }) {
      const found = findRate(config, await sharedDataset());
      measuring = found.catch(() => undefined);
      return found;
    },
    ping: async () => true,
    predict: async ({ digit }) => run?.predict(digit) ?? null,
  };

  return (message) => {
    if (message.kind === 'command') return obey(message.command);
    const { id, name, ask } = message;
    // The compiler cannot follow that `name` and `ask` come from the same member of the union.
    const answer = answers[name] as (ask: unknown) => Promise<Requests[keyof Requests]['reply']>;
    answer(ask).then(
      (reply) => post({ kind: 'reply', id, reply }),
      (error: unknown) => post({ kind: 'refusal', id, problem: problemData(error) }),
    );
  };
}
