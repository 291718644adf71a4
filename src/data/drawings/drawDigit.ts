import type { Random } from '../../lib/random';
import { curveThrough } from '../curveThrough';
import type { Drawing, Point } from '../drawing';
import { waysOfWriting } from './waysOfWriting';

/** Standard deviations: where a point comes to lie, and by how much two strokes miss where they meet (hundredths). */
const POINT_SPREAD = 2.2;
const MEETING_SPREAD = 0.6;
/** How far a row slides to the right for each row it is higher: most people lean a little to the right. */
const SLANT = { mean: 0.05, spread: 0.14 };
/** Of the width, in parts of it. */
const STRETCH = { mean: 0.03, spread: 0.16 };
/** Radians. */
const TURN_SPREAD = 0.06;
/** Widths of the pen, in usual pens. */
const PEN = { thinnest: 0.7, thickest: 1.3 };
/** How much of the pad the square takes that ways of writing are given in. */
const SIZE = 0.75;

/** A digit as somebody might draw it on the pad, never twice alike. The same numbers give the same drawing in every browser. */
export function drawDigit(digit: number, random: Random): Drawing {
  const ways = waysOfWriting[digit];
  const way = ways[random.below(ways.length)];
  const slant = SLANT.mean + SLANT.spread * normal(random);
  const stretch = 1 + STRETCH.mean + STRETCH.spread * normal(random);
  const turn = TURN_SPREAD * normal(random);
  const width = PEN.thinnest + (PEN.thickest - PEN.thinnest) * random.uniform();

  /** Where strokes meet they do so wherever that point came to lie. */
  const moved = new Map<string, Point>();
  function place(pair: string): Point {
    const [x, y] = pair.split(',').map((hundredths) => Number(hundredths) - 50);
    const point = moved.get(pair) ?? near({ x, y }, POINT_SPREAD, random);
    moved.set(pair, point);
    const own = near(point, MEETING_SPREAD, random);
    const across = (own.x - slant * own.y) * stretch;
    return {
      x: 0.5 + (SIZE * (across - turn * own.y)) / 100,
      y: 0.5 + (SIZE * (own.y + turn * across)) / 100,
    };
  }

  const strokes = way
    .split('|')
    .map((stroke) => ({ points: curveThrough(stroke.split(' ').map(place)), width }));
  return { picture: null, strokes };
}

function near({ x, y }: Point, spread: number, random: Random): Point {
  return { x: x + spread * normal(random), y: y + spread * normal(random) };
}

/** Nearly normal, of mean 0 and deviation 1, by sums alone: logarithms and cosines differ between browsers in their last bit. */
function normal(random: Random): number {
  return (random.uniform() + random.uniform() + random.uniform() + random.uniform() - 2) * Math.sqrt(3);
}
