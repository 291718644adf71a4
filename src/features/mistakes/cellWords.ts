import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import type { Cell, Confusion } from '../../scores/confusion';
import { countIn, rateIn } from '../../scores/confusion';
import type { LaterWords } from '../../words/laterWords';
import { inPercent } from './inPercent';

type MatrixWords = LaterWords['mistakes']['matrix'];

/** A number of images, with its noun. */
export function imagesInWords(words: MatrixWords, count: number): string {
  return count === 1 ? words.oneImage : fill(words.manyImages, { count: formatCount(count) });
}

/** One entry of the matrix as a phrase. */
export function cellInWords(words: MatrixWords, counts: Confusion, cell: Cell): string {
  const rate = rateIn(counts, cell);
  const { shown, read } = cell;
  if (rate === null) return fill(words.cellWithout, { shown, read });
  const images = imagesInWords(words, countIn(counts, cell));
  return fill(words.cell, { shown, read, images, rate: inPercent(rate) });
}
