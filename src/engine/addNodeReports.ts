import type { NodeReport } from './engine';

/** Two stretches of a run together. Where nodes were lost or are new, the later stretch alone says what each did. */
export function addNodeReports(
  earlier: readonly NodeReport[],
  later: readonly NodeReport[],
): readonly NodeReport[] {
  if (earlier.length !== later.length) return later;
  return later.map(({ images, computeMs, waitMs }, i) => ({
    images: earlier[i].images + images,
    computeMs: earlier[i].computeMs + computeMs,
    waitMs: earlier[i].waitMs + waitMs,
  }));
}
