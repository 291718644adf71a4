/** Lets a run pass freely, for a number of steps, or not at all. */
export interface Gate {
  isClosed(): boolean;
  close(): void;
  /** Lets `steps` more steps pass, then closes again; Infinity leaves it open. */
  open(steps: number): void;
  /** Steps that may pass before it closes. */
  stepLimit(): number;
  /** Counts steps that have passed. */
  pass(steps: number): void;
  /** Resolves once the gate is open, or somebody was woken. */
  opened(): Promise<void>;
  /** Wakes whoever waits, to look after something else. */
  wake(): void;
}

export function createGate(isClosedAtFirst: boolean): Gate {
  let remaining = isClosedAtFirst ? 0 : Infinity;
  let waiting: (() => void)[] = [];
  function wake() {
    for (const resume of waiting) resume();
    waiting = [];
  }
  return {
    isClosed: () => remaining === 0,
    close() {
      remaining = 0;
    },
    open(steps) {
      remaining = steps;
      wake();
    },
    stepLimit: () => remaining,
    pass(steps) {
      remaining = Math.max(0, remaining - steps);
    },
    opened: () => (remaining > 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    wake,
  };
}
