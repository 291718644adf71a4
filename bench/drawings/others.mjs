// What people draw that is no digit: letters of two of the Hershey fonts (`letters.json`; see writers.mjs), shapes and scribbles.
import { readFileSync } from 'node:fs';
import { curve, gaussian, line, mulberry, normalised, place, shake } from './writers.mjs';

/** @typedef {import('./writers.mjs').Stroke} Stroke */
/** @typedef {[number, number]} Point */

/** None that may be taken for a digit. @type {Record<string, string[]>} */
const letters = JSON.parse(readFileSync(new URL('letters.json', import.meta.url), 'utf8'));

/** @param {number} x @param {number} y @param {number} radius @returns {Point[]} */
const circle = (x, y, radius, from = 0, to = 2 * Math.PI) =>
  alongTheWay(40, (t) => {
    const angle = from + (to - from) * t;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });

/** @param {number} count @param {(t: number) => Point} at 0 … 1 @returns {Point[]} */
function alongTheWay(count, at) {
  return Array.from({ length: count }, (_, i) => at(i / (count - 1)));
}

/** @param {string} text strokes apart by |, points by blanks @returns {Point[][]} */
const strokesOf = (text) =>
  text
    .split('|')
    .map((stroke) =>
      line(stroke.split(' ').map((pair) => /** @type {Point} */ (pair.split(',').map(Number)))),
    );

/** @type {Record<string, Point[][]>} */
const shapes = {
  house: strokesOf('0,10 0,4 5,0 10,4 10,10 0,10|0,4 10,4|4,10 4,6.5 6,6.5 6,10'),
  square: strokesOf('0,0 10,0 10,10 0,10 0,0'),
  triangle: strokesOf('5,0 10,10 0,10 5,0'),
  cross: strokesOf('0,0 10,10|10,0 0,10'),
  plus: strokesOf('5,0 5,10|0,5 10,5'),
  'circle and plus': [circle(5, 5, 5), ...strokesOf('5,0 5,10|0,5 10,5')],
  'circle and cross': [circle(5, 5, 5), ...strokesOf('1.5,1.5 8.5,8.5|8.5,1.5 1.5,8.5')],
  star: strokesOf('5,0 8,10 0,3.8 10,3.8 2,10 5,0'),
  face: [circle(5, 5, 5), circle(3, 3.5, 0.4), circle(7, 3.5, 0.4), circle(5, 5, 3, 0.3, 2.8)],
  arrow: strokesOf('0,5 10,5|7,2 10,5 7,8'),
  hash: strokesOf('3,0 3,10|7,0 7,10|0,3 10,3|0,7 10,7'),
  equals: strokesOf('0,3 10,3|0,6 10,6'),
  'line across': strokesOf('0,5 10,5'),
  'two lines': strokesOf('0,0 0,10|5,0 5,10'),
  heart: [
    alongTheWay(50, (t) => {
      const a = 2 * Math.PI * t;
      return [
        16 * Math.sin(a) ** 3,
        -(13 * Math.cos(a) - 5 * Math.cos(2 * a) - 2 * Math.cos(3 * a) - Math.cos(4 * a)),
      ];
    }),
  ],
  person: [circle(5, 1.2, 1.2), ...strokesOf('5,2.4 5,6.5|2,4 8,4|5,6.5 2.5,10|5,6.5 7.5,10')],
  spiral: [alongTheWay(90, (t) => [t * Math.cos(6 * Math.PI * t), t * Math.sin(6 * Math.PI * t)])],
  wave: [alongTheWay(60, (t) => [t, 0.2 * Math.sin(4 * Math.PI * t)])],
  zigzag: strokesOf('0,0 2,10 4,0 6,10 8,0 10,10'),
};

/**
 * Drawings that show no digit, by kind; always the same ones.
 * @param {number} each drawings of a kind; of each shape a tenth, of each letter a twentieth
 * @returns {Record<'letters' | 'shapes' | 'scribbles', { name: string, strokes: Stroke[] }[]>}
 */
export function drawOthers(each) {
  const uniform = mulberry(77);
  const normal = gaussian(uniform);
  const onPad = () => /** @type {Point} */ ([0.1 + 0.8 * uniform(), 0.1 + 0.8 * uniform()]);
  const upTo = (/** @type {number} */ least, /** @type {number} */ most) =>
    least + Math.floor((most - least + 1) * uniform());
  /** By somebody's hand. @param {Point[][]} strokes */
  const drawn = (strokes) => {
    const usual = { slant: -0.12 + 0.18 * normal(), stretch: 0.14 * normal(), turn: 0.05 * normal() };
    return place(shake(normalised(strokes), usual, normal, uniform), uniform);
  };
  const straight = () => line([onPad(), onPad()]);

  /** @type {Record<string, () => Stroke[]>} */
  const scribbles = {
    curve: () => [curve(Array.from({ length: upTo(7, 18) }, onPad))],
    wandering() {
      let [x, y, angle, bend] = [0.5, 0.5, 6.28 * uniform(), 0];
      const inside = (/** @type {number} */ value) => Math.min(0.97, Math.max(0.03, value));
      return [
        alongTheWay(220, () => {
          bend = 0.92 * bend + 0.12 * normal();
          angle += bend;
          x = inside(x + 0.02 * Math.cos(angle));
          y = inside(y + 0.02 * Math.sin(angle));
          return [x, y];
        }),
      ];
    },
    loops() {
      const turns = 6.28 * upTo(4, 8);
      return [
        alongTheWay(140, (t) => [
          0.15 + 0.7 * t + 0.03 * normal() + 0.12 * Math.cos(t * turns),
          0.5 + 0.28 * Math.sin(t * turns) + 0.02 * normal(),
        ]),
      ];
    },
    'many lines': () => Array.from({ length: upTo(3, 7) }, straight),
    'two lines': () => [straight(), straight()],
    dots: () => Array.from({ length: upTo(2, 7) }, () => [onPad()]),
    'all black': () => [alongTheWay(400, (t) => [0.5 + 0.4 * Math.sin(100 * t), 0.1 + 0.8 * t])],
  };

  return {
    letters: Object.entries(letters).flatMap(([name, forms]) =>
      forms.flatMap((form) =>
        Array.from({ length: each / 20 }, () => ({ name, strokes: drawn(strokesOf(form)) })),
      ),
    ),
    shapes: Object.entries(shapes).flatMap(([name, strokes]) =>
      Array.from({ length: each / 10 }, () => ({ name, strokes: drawn(strokes) })),
    ),
    scribbles: Object.entries(scribbles).flatMap(([name, draw]) =>
      Array.from({ length: each }, () => ({ name, strokes: draw() })),
    ),
  };
}
