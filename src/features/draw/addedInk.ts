import type { Drawing, Stroke } from '../../data/drawing';

/** A stroke whose first `from` points are already on the pad. */
export interface StrokePart {
  readonly stroke: Stroke;
  readonly from: number;
}

/**
 * What must be painted over `before` to show `after`; null where `after` lacks some of its ink, so that the pad
 * must be painted afresh. Adding to a drawing keeps its strokes and points, so identity tells.
 */
export function addedInk(before: Drawing, after: Drawing): StrokePart[] | null {
  const parts: StrokePart[] = [];
  if (after.length < before.length) return null;
  for (const [i, stroke] of after.entries()) {
    const shown = before[i] ?? [];
    if (shown === stroke) continue;
    if (shown.at(-1) !== stroke[shown.length - 1]) return null;
    parts.push({ stroke, from: shown.length });
  }
  return parts;
}
