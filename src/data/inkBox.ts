import type { Drawing, Picture } from './drawing';

/** The extreme places of what one pen drew, or of a picture's ink; in parts of the pad. */
export interface InkBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The pen reaches half its width beyond the places it went to: its width in usual pens, 0 for a picture. */
  readonly penWidth: number;
}

/** One box for each width of pen, and one for the picture; none for an empty drawing. */
export function inkBoxes({ picture, strokes }: Drawing): InkBox[] {
  const boxes = new Map<number, InkBox>();
  for (const { points, width } of strokes) {
    let { left, right, top, bottom } = boxes.get(width) ?? nowhere;
    for (const { x, y } of points) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    boxes.set(width, { left, right, top, bottom, penWidth: width });
  }
  return picture ? [pictureBox(picture), ...boxes.values()] : [...boxes.values()];
}

const nowhere = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };

function pictureBox({ side, ink }: Picture): InkBox {
  let { left, right, top, bottom } = nowhere;
  ink.forEach((amount, pixel) => {
    if (amount === 0) return;
    const column = pixel % side;
    const row = Math.floor(pixel / side);
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  });
  return { left: left / side, right: right / side, top: top / side, bottom: bottom / side, penWidth: 0 };
}
