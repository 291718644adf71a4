/** On a pad of 320 pixels, 40 of them. */
const FARTHEST = 40 / 320;
/** Between a drawing and the pad's edge. */
const MARGIN = 0.03;

/**
 * The same drawing elsewhere on the pad, by up to 40 pixels across and down, and half to twice as large, as far as it still fits.
 * @param {import('./writers.mjs').Stroke[]} strokes
 * @param {import('./writers.mjs').Uniform} uniform
 * @returns {import('./writers.mjs').Stroke[]}
 */
export function moveDrawing(strokes, uniform) {
  const all = strokes.flat();
  const bounds = [0, 1].map((axis) => {
    const places = all.map((point) => point[axis]);
    return { least: Math.min(...places), most: Math.max(...places) };
  });
  const room = 1 - 2 * MARGIN;
  const largest = Math.min(...bounds.map(({ least, most }) => room / (most - least)));
  const scale = Math.min(2 ** (2 * uniform() - 1), largest);
  const [x, y] = bounds.map(({ least, most }) => {
    const middle = (least + most) / 2;
    const reach = (scale * (most - least)) / 2 + MARGIN;
    const wanted = middle + FARTHEST * (2 * uniform() - 1);
    return { from: middle, to: Math.min(1 - reach, Math.max(reach, wanted)) };
  });
  return strokes.map((stroke) =>
    stroke.map((point) => [x.to + scale * (point[0] - x.from), y.to + scale * (point[1] - y.from)]),
  );
}
