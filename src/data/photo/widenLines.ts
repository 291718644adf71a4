/**
 * Ink on a square of `side` pixels whose lines are about `width` pixels wide at least: a ballpoint pen's line would
 * be lost in 28×28 pixels. Lines that are wider already stay as they are.
 */
export function widenLines(ink: Uint8Array, side: number, width: number): Uint8Array {
  const reach = (width - lineWidth(ink, side)) / 2;
  if (reach <= 0) return ink;
  const widened = ink.slice();
  const steps = Math.ceil(reach);
  ink.forEach((amount, pixel) => {
    if (amount === 0) return;
    const x = pixel % side;
    const y = Math.floor(pixel / side);
    for (let row = Math.max(0, y - steps); row <= Math.min(side - 1, y + steps); row++) {
      for (let column = Math.max(0, x - steps); column <= Math.min(side - 1, x + steps); column++) {
        const share = Math.min(1, reach + 0.5 - Math.hypot(row - y, column - x));
        const at = row * side + column;
        if (share * amount > widened[at]) widened[at] = share * amount;
      }
    }
  });
  return widened;
}

/** How wide its lines are on average (pixels): a line's area is its width times half of its outline. */
function lineWidth(ink: Uint8Array, side: number): number {
  const isInk = (x: number, y: number) => x >= 0 && y >= 0 && x < side && y < side && ink[y * side + x] > 127;
  let area = 0;
  let edges = 0;
  for (let y = 0; y <= side; y++) {
    for (let x = 0; x <= side; x++) {
      if (isInk(x, y)) area++;
      if (isInk(x, y) !== isInk(x - 1, y)) edges++;
      if (isInk(x, y) !== isInk(x, y - 1)) edges++;
    }
  }
  // Along pixels an outline that runs every way is longer than it is, by 4 / π.
  return edges === 0 ? 0 : (2 * area) / ((Math.PI / 4) * edges);
}
