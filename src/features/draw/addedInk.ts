import type { Stroke } from '../../data/drawing';

/** A stroke whose first `from` points are already on the pad. */
export interface StrokePart {
  readonly stroke: Stroke;
  readonly from: number;
}

/**
 * What must be painted over `before` to show `after`; null where `after` lacks some of its ink, so that the pad
 * must be painted afresh. Drawing keeps the strokes and points there are, so identity tells.
 */
export function addedInk(before: readonly Stroke[], after: readonly Stroke[]): StrokePart[] | null {
  const parts: StrokePart[] = [];
  if (after.length < before.length) return null;
  for (const [i, stroke] of after.entries()) {
    const shown = before.at(i);
    if (shown === stroke) continue;
    const from = shown?.points.length ?? 0;
    if (shown && (shown.width !== stroke.width || shown.points[from - 1] !== stroke.points[from - 1]))
      return null;
    parts.push({ stroke, from });
  }
  return parts;
}
