// People who draw digits, made up: each has a way of forming every digit, a slant and proportions, and never draws a digit twice
// alike. `own.json` holds ways of forming digits drawn for this; `hershey.json` the digits of two of the Hershey fonts, which
// were made by A. V. Hershey at the U.S. National Bureau of Standards and are distributed in a format by James Hurt.
import { readFileSync } from 'node:fs';

/** @typedef {readonly (readonly [x: number, y: number])[]} Stroke points on a pad, in parts of its side */
/** @typedef {[number, number]} Point */
/** @typedef {() => number} Uniform 0 … 1 */

/** @param {string} name @returns {Record<string, string[]>} strokes apart by |, points by blanks */
const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
/** Where lines are straight between the points, and where a hand goes in curves. */
const ways = [
  { digits: read('own.json'), isCurved: true },
  { digits: read('hershey.json'), isCurved: false },
];

const POINTS_BETWEEN = 5;

/** @param {number} seed @param {'own' | 'hershey' | 'both'} kind */
export function createWriter(seed, kind = 'both') {
  const uniform = mulberry(seed);
  const normal = gaussian(uniform);
  const chosen = kind === 'both' ? ways : [ways[kind === 'own' ? 0 : 1]];
  const forms = Array.from({ length: 10 }, (_, digit) => {
    const all = chosen.flatMap(({ digits, isCurved }) => digits[digit].map((text) => ({ text, isCurved })));
    return all[Math.floor(uniform() * all.length)];
  });
  const usual = { slant: -0.12 + 0.18 * normal(), stretch: 0.14 * normal(), turn: 0.05 * normal() };

  return {
    /**
     * One more drawing of a digit.
     * @param {number} digit @returns {Stroke[]}
     */
    draw(digit) {
      const { text, isCurved } = forms[digit];
      const strokes = text.split('|').map((stroke) => {
        const points = stroke.split(' ').map((pair) => /** @type {Point} */ (pair.split(',').map(Number)));
        return isCurved ? curve(points) : line(points);
      });
      return place(shake(normalised(strokes), usual, normal, uniform), uniform);
    },
  };
}

/** Around (0, 0), the longer side 1. @param {Point[][]} strokes */
export function normalised(strokes) {
  const all = strokes.flat();
  const [left, top] = [0, 1].map((axis) => Math.min(...all.map((point) => point[axis])));
  const [right, bottom] = [0, 1].map((axis) => Math.max(...all.map((point) => point[axis])));
  const side = Math.max(right - left, bottom - top);
  return strokes.map((stroke) =>
    stroke.map(
      ([x, y]) => /** @type {Point} */ ([(x - (left + right) / 2) / side, (y - (top + bottom) / 2) / side]),
    ),
  );
}

/**
 * @param {Point[][]} strokes
 * @param {{ slant: number, stretch: number, turn: number }} usual
 * @param {() => number} normal @param {Uniform} uniform
 */
export function shake(strokes, usual, normal, uniform) {
  const slant = usual.slant + 0.08 * normal();
  const stretch = Math.exp(usual.stretch + 0.08 * normal());
  const turn = usual.turn + 0.06 * normal();
  // Slow waves in both directions, as a hand that slips.
  const waves = Array.from({ length: 8 }, (_, i) => ({
    size: 0.03 * normal(),
    phase: 2 * Math.PI * uniform(),
    length: 1.2 * Math.PI * (1 + (i % 2)),
    along: (i >> 1) & 1,
    axis: i >> 2,
  }));
  return strokes.map((stroke) =>
    stroke.map((point) => {
      const moved = [point[0], point[1]];
      for (const { size, phase, length, along, axis } of waves) {
        moved[axis] += size * Math.sin(length * point[along] + phase);
      }
      const x = (moved[0] + slant * moved[1]) * stretch;
      const y = moved[1] / stretch;
      return /** @type {Point} */ ([
        x * Math.cos(turn) - y * Math.sin(turn),
        x * Math.sin(turn) + y * Math.cos(turn),
      ]);
    }),
  );
}

/** Somewhere on the pad, 40 to 80 % of it high or wide. @param {Point[][]} strokes @param {Uniform} uniform */
export function place(strokes, uniform) {
  const size = 0.4 + 0.4 * uniform();
  const all = normalised(strokes);
  const room = (0.94 - size) * 0.5;
  const [x, y] = [0, 1].map(() => 0.5 + room * (2 * uniform() - 1));
  return all.map((stroke) =>
    stroke.map((point) => /** @type {Point} */ ([x + size * point[0], y + size * point[1]])),
  );
}

/** Points in between, in straight lines. @param {Point[]} points */
export function line(points) {
  return points.flatMap((point, i) => {
    const next = points[i + 1];
    if (!next) return [point];
    return Array.from({ length: POINTS_BETWEEN }, (_, k) => {
      const share = k / POINTS_BETWEEN;
      return /** @type {Point} */ ([0, 1].map((axis) => point[axis] + share * (next[axis] - point[axis])));
    });
  });
}

/** Points in between on a Catmull-Rom spline. @param {Point[]} points */
export function curve(points) {
  if (points.length < 3) return line(points);
  const at = (/** @type {number} */ i) => points[Math.min(points.length - 1, Math.max(0, i))];
  return points.flatMap((point, i) => {
    if (i === points.length - 1) return [point];
    const [a, b, c, d] = [at(i - 1), point, at(i + 1), at(i + 2)];
    return Array.from({ length: POINTS_BETWEEN }, (_, k) => {
      const t = k / POINTS_BETWEEN;
      return /** @type {Point} */ (
        [0, 1].map(
          (axis) =>
            b[axis] +
            (t / 2) *
              (c[axis] -
                a[axis] +
                t *
                  (2 * a[axis] -
                    5 * b[axis] +
                    4 * c[axis] -
                    d[axis] +
                    t * (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]))),
        )
      );
    });
  });
}

/** Box and Muller's way from uniform to normal numbers. @param {Uniform} uniform */
export const gaussian = (uniform) => () =>
  Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

/** Ettinger's mulberry32. @param {number} seed @returns {Uniform} */
export function mulberry(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}
