import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import { MOST_IMAGES } from '../data/likeness/nearestDigits';
import { USUAL_THRESHOLD } from '../data/likeness/unlikeness';
import { delay } from '../lib/delay';
import { recallUnlikeThreshold, rememberUnlikeThreshold } from '../persistence/unlikeThreshold';
import type { Likeness } from '../worker/likenessFinder';
import type { AppStore } from './store';

/** The range of the threshold. */
export const thresholds = { least: 0, most: 3, step: 0.05 } as const;

/** From an answer to the next question at least this long (ms). */
const ASKING_INTERVAL_MS = 250;
/** And to the next about the same digit, while images are still arriving (ms). */
const ARRIVAL_INTERVAL_MS = 1_000;

/** How like the training images the drawing is. */
export interface LikenessState {
  /** Of the drawing, or until it is answered of the one before; null for an empty pad, and while no image has arrived. */
  readonly likeness: Likeness | null;
  /** Unlikeness above which it is said. */
  readonly threshold: number;
  /** Null goes back to the usual one. */
  changeThreshold(threshold: number | null): void;
}

/** Asks about every drawing that a run's images can be compared with; the weights have no say, so never twice without need. */
export function createLikeness(app: AppStore): StoreApi<LikenessState> {
  const store = createStore<LikenessState>()((set) => ({
    likeness: null,
    threshold: recallUnlikeThreshold(thresholds.least, thresholds.most) ?? USUAL_THRESHOLD,
    changeThreshold(threshold) {
      rememberUnlikeThreshold(threshold);
      set({ threshold: threshold ?? USUAL_THRESHOLD });
    },
  }));

  let isAsking = false;
  let asked: Uint8Array | null = null;
  let askedAt = 0;

  function isDue(): boolean {
    const { digit, run } = app.getState();
    if (!digit || run.status === 'idle' || run.status === 'preparing' || run.status === 'failed')
      return false;
    if (digit !== asked) return true;
    const wanted = Math.min(MOST_IMAGES, run.record.config.imageCount);
    const hasAll = (store.getState().likeness?.imageCount ?? 0) >= wanted;
    return !hasAll && performance.now() - askedAt > ARRIVAL_INTERVAL_MS;
  }

  async function ask(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    while (isDue()) {
      const { digit } = app.getState();
      asked = digit;
      askedAt = performance.now();
      // What cannot be answered is not said: the drawing is read all the same.
      const likeness = await app
        .getState()
        .ask('likeness', { digit: digit! })
        .catch(() => null);
      if (app.getState().digit === digit) store.setState({ likeness });
      await delay(ASKING_INTERVAL_MS);
    }
    isAsking = false;
  }

  app.subscribe(({ digit, run }, before) => {
    if (!digit && before.digit) {
      asked = null;
      store.setState({ likeness: null });
    }
    if (digit !== before.digit || run !== before.run) void ask();
  });
  return store;
}
