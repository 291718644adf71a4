import type { Engine } from './engine';

/** The same engine, its calls queued: a prediction asked for during a step waits for that step. */
export function oneAtATime(engine: Engine): Engine {
  let last: Promise<unknown> = Promise.resolve();

  function queue<Result>(call: () => Promise<Result>): Promise<Result> {
    const result = last.then(call, call);
    last = result;
    return result;
  }

  return {
    get name() {
      return engine.name;
    },
    get device() {
      return engine.device;
    },
    get nodes() {
      return engine.nodes;
    },
    get nodeReports() {
      return engine.nodeReports;
    },
    get losses() {
      return engine.losses;
    },
    get maxSliceImages() {
      return engine.maxSliceImages;
    },
    step: (slices) => queue(() => engine.step(slices)),
    evaluate: (images, labels) => queue(() => engine.evaluate(images, labels)),
    predict: (images) => queue(() => engine.predict(images)),
    readState: () => queue(() => engine.readState()),
    writeState: (state) => queue(() => engine.writeState(state)),
    dispose: () => queue(() => engine.dispose()),
  };
}
