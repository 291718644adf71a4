import type { Drawing } from '../../data/drawing';

/**
 * What must be painted over `before` to show `after`; null where `after` lacks some of its ink, so that the pad must be
 * painted afresh. Adding to a drawing keeps its strokes and points, so identity tells.
 */
export function addedInk(before: Drawing, after: Drawing): Drawing | null {
  const lastBefore = before.length - 1;
  if (after.length < before.length) return null;
  if (before.some((stroke, i) => i < lastBefore && stroke !== after[i])) return null;
  if (lastBefore < 0 || before[lastBefore] === after[lastBefore]) return after.slice(before.length);

  const grown = after[lastBefore];
  const joint = before[lastBefore].length - 1;
  if (grown[joint] !== before[lastBefore][joint]) return null;
  // The new piece begins at the joint, where the old one ended.
  return [grown.slice(joint), ...after.slice(before.length)];
}
