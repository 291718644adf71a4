import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import { delay } from '../lib/delay';
import type { ProblemData } from '../lib/problem';
import { problemData } from '../lib/problem';
import type { Prediction } from '../worker/protocol';
import { withReading } from './readingHistory';
import { runIdOf } from './run';
import type { AppStore } from './store';

/** More would not fit beside each other under a chart, and each is read again and again. */
export const MOST_PINNED = 4;

/** From one reading of the pinned digits to the next at least this long (ms). */
const READING_INTERVAL_MS = 200;

/** A digit that is read again and again while a network trains. */
export interface FollowedDigit {
  /** 784 bytes, 0 = paper. The same object is the same digit. */
  readonly pixels: Uint8Array;
  /** By the run on the page, in the order of steps. */
  readonly readings: readonly Prediction[];
}

export interface FollowedState {
  /** The drawing; null while the pad is empty. */
  readonly onPad: FollowedDigit | null;
  /** Drawings that stay when the pad is cleared; the oldest first. */
  readonly pinned: readonly FollowedDigit[];
  /** The pinned digit that is looked at; null: the drawing. */
  readonly shown: Uint8Array | null;
  /** Why pinned digits could not be read; null as long as they can. */
  readonly problem: ProblemData | null;
}

export interface FollowedActions {
  /** Pins the drawing, with all that was read in it. */
  pin(): void;
  unpin(pixels: Uint8Array): void;
  show(pixels: Uint8Array | null): void;
}

/** Follows the drawing, and others that are pinned, through a run. */
export function createFollowed(app: AppStore): StoreApi<FollowedState & FollowedActions> {
  const store = createStore<FollowedState & FollowedActions>()((set, get) => ({
    onPad: fresh(app.getState().digit),
    pinned: [],
    shown: null,
    problem: null,
    pin() {
      const { onPad, pinned } = get();
      if (!onPad || pinned.length === MOST_PINNED || find(pinned, onPad.pixels)) return;
      set({ pinned: [...pinned, onPad] });
    },
    unpin: (pixels) =>
      set(({ pinned, shown }) => ({
        pinned: pinned.filter((each) => each.pixels !== pixels),
        shown: shown === pixels ? null : shown,
      })),
    show: (shown) => set({ shown }),
  }));
  const { getState: get, setState: set } = store;

  app.subscribe((state, before) => {
    if (runIdOf(state.run) !== runIdOf(before.run)) forgetReadings();
    const { digit, prediction } = state;
    if (digit !== before.digit) {
      const pinned = digit && find(get().pinned, digit);
      set({ onPad: pinned ?? fresh(digit), shown: null });
    }
    if (digit && prediction && prediction !== before.prediction) add(digit, prediction);
    if (state.run !== before.run) void readPinned();
  });

  /** Another run knows nothing of what this one read. */
  function forgetReadings(): void {
    set(({ onPad, pinned }) => ({
      onPad: fresh(onPad?.pixels ?? null),
      pinned: pinned.map((each) => ({ ...each, readings: [] })),
      problem: null,
    }));
  }

  function add(pixels: Uint8Array, reading: Prediction): void {
    const grown = (each: FollowedDigit) =>
      each.pixels === pixels ? { ...each, readings: withReading(each.readings, reading) } : each;
    set(({ onPad, pinned }) => ({ onPad: onPad && grown(onPad), pinned: pinned.map(grown) }));
  }

  let isReading = false;
  let isStale = false;
  /** Reads all that are pinned; while that is under way, only once more. */
  async function readPinned(): Promise<void> {
    isStale = true;
    if (isReading) return;
    isReading = true;
    while (isStale) {
      isStale = false;
      await Promise.all(get().pinned.map(({ pixels }) => readOne(pixels)));
      await delay(READING_INTERVAL_MS);
    }
    isReading = false;
  }

  async function readOne(pixels: Uint8Array): Promise<void> {
    const { digit, ask } = app.getState();
    const runId = runIdOf(app.getState().run);
    // What is on the pad is read already.
    if (pixels === digit || runId === null) return;
    try {
      const reading = await ask('predict', { digit: pixels });
      if (reading && runId === runIdOf(app.getState().run)) add(pixels, reading);
    } catch (error) {
      const problem = problemData(error);
      // A trainer that crashes says so itself.
      if (problem.code !== 'trainerCrashed') set({ problem });
    }
  }

  return store;
}

const fresh = (pixels: Uint8Array | null): FollowedDigit | null => pixels && { pixels, readings: [] };

const find = (digits: readonly FollowedDigit[], pixels: Uint8Array) =>
  digits.find((each) => each.pixels === pixels);
