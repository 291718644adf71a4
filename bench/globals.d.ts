/** What the benches record inside the page, and what TypeScript's DOM does not list yet. */
interface Window {
  longTasks: number[];
  /** When drawings were read (ms since the navigation began). */
  readAt: number[];
  /** Readings of drawings: what was read, and when the page had the answer and had painted it (ms since the navigation began). */
  penReadings: { digit: string; answeredAt: number; paintedAt: number }[];
  /** The newest drawing that was asked about. */
  digitAsked: string;
  lastPenMove: number;
  memoryBytes: number[];
  lab: {
    /** When what a name stands for had been painted (ms since the navigation began). */
    moments: Record<string, number>;
    /** How often each store of the archive was read. */
    reads: Record<string, number>;
    /** What an `expect…` waits for, and how many frames it took part in. */
    expected: Promise<{ ms: number; frames: number }>;
    expectElements(selector: string, count: number): void;
    expectRedraw(selector: string): void;
  };
}

interface Performance {
  measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
}
