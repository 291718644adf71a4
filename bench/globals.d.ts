/** What the benches record inside the page, and what TypeScript's DOM does not list yet. */
interface Window {
  longTasks: number[];
  predictionWaits: number[];
  memoryBytes: number[];
}

interface Performance {
  measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
}
