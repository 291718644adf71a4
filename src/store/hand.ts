import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import { IMAGE_BYTES } from '../data/manifest';
import type { ProblemData } from '../lib/problem';
import { problemData } from '../lib/problem';
import type { HandDigit } from '../persistence/handDigits';
import { recallHandDigits, rememberHandDigits } from '../persistence/handDigits';
import type { HandDigits } from '../training/learnHand';
import type { HandLesson } from '../worker/learnHandOf';
import type { AppStore } from './store';

export type { HandLesson };

/** The visitor's own digits, and what the model on the page has learned of them. */
export interface HandState {
  /** The oldest first. */
  readonly digits: readonly HandDigit[];
  /** Whether they outlast the page. */
  readonly isKept: boolean;
  /** What they were before the last changes. */
  readonly past: readonly (readonly HandDigit[])[];
  readonly lesson: LessonState;
}

type LessonState =
  | { readonly status: 'none' }
  | { readonly status: 'learning' }
  | { readonly status: 'learned'; readonly outcome: HandLesson }
  | { readonly status: 'failed'; readonly problem: ProblemData };

export interface HandActions {
  /** The drawing on the pad is this digit. Of one drawing the last word counts. */
  correct(label: number): void;
  /** Takes back the last change of the digits. */
  undo(): void;
  forgetAll(): void;
  /** Fine-tunes the model of the run that is done. */
  learn(): void;
  /** Back to what the run has taught. */
  unlearn(): void;
}

export function createHand(app: AppStore): StoreApi<HandState & HandActions> {
  const { ask, readAgain } = app.getState();
  const store = createStore<HandState & HandActions>()((set, get) => {
    function change(digits: readonly HandDigit[]): void {
      const { digits: before, past } = get();
      set({ digits, past: [...past, before], isKept: rememberHandDigits(digits) });
    }

    async function learn(): Promise<void> {
      const { run } = app.getState();
      if (run.status !== 'done' || get().lesson.status === 'learning') return;
      set({ lesson: { status: 'learning' } });
      try {
        const outcome = await ask('learnHand', { hand: sideBySide(get().digits) });
        if (app.getState().run !== run) return;
        set({ lesson: outcome ? { status: 'learned', outcome } : { status: 'none' } });
      } catch (error) {
        // A run that was started meanwhile has ended the lesson.
        if (app.getState().run === run) set({ lesson: { status: 'failed', problem: problemData(error) } });
      }
      readAgain();
    }

    async function unlearn(): Promise<void> {
      await ask('forgetHand', {});
      set({ lesson: { status: 'none' } });
      readAgain();
    }

    return {
      digits: recallHandDigits(),
      isKept: true,
      past: [],
      lesson: { status: 'none' },

      correct(label) {
        const { digit: pixels } = app.getState();
        if (!pixels) return;
        const others = get().digits.filter((kept) => kept.pixels !== pixels);
        change([...others, { pixels, label }]);
      },
      undo() {
        const { past } = get();
        const digits = past.at(-1);
        if (digits) set({ digits, past: past.slice(0, -1), isKept: rememberHandDigits(digits) });
      },
      forgetAll: () => change([]),
      learn: () => void learn(),
      unlearn: () => void unlearn(),
    };
  });

  // Another run knows nothing of what this one was taught.
  app.subscribe(({ run }, before) => {
    if (run !== before.run && run.status !== 'done') store.setState({ lesson: { status: 'none' } });
  });
  return store;
}

/** As the trainer takes them. */
export function sideBySide(digits: readonly HandDigit[]): HandDigits {
  const images = new Uint8Array(digits.length * IMAGE_BYTES);
  digits.forEach(({ pixels }, i) => images.set(pixels, i * IMAGE_BYTES));
  return { images, labels: Uint8Array.from(digits, ({ label }) => label) };
}
