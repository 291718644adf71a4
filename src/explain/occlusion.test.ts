import { expect, test } from 'vitest';
import { softmax } from '../engine/reference/crossEntropy';
import { stripes } from '../data/stripes';
import { occlusion } from './occlusion';
import { allAtOnce } from './pieces';
import { smallArticle } from './testModels';
import { trainedReader } from './trainedReader';

const images = stripes(64);
const digit = Float64Array.from(images.images.subarray(0, 784), (byte) => byte / 255);
const pair = { target: images.labels[0], rival: (images.labels[0] + 1) % 10 };
const reader = trainedReader(smallArticle, images, 10);

test('a square that covers nothing changes nothing', () => {
  const { logitDrops, probabilityDrops } = allAtOnce(occlusion(reader, digit, pair, 0));
  expect(logitDrops.every((drop) => drop === 0)).toBe(true);
  expect(probabilityDrops.every((drop) => drop === 0)).toBe(true);
  const onPaper = allAtOnce(occlusion(reader, new Float64Array(784), pair, 5));
  expect(onPaper.logitDrops.every((drop) => drop === 0)).toBe(true);
});

test('each drop is that of a digit with paper over it, at the edge as well', () => {
  const { logitDrops, probabilityDrops } = allAtOnce(occlusion(reader, digit, pair, 3));
  const plain = reader.logits(digit);
  for (const [row, column] of [
    [2 * pair.target, 14],
    [0, 0],
    [27, 27],
    [9, 0],
  ]) {
    const covered = digit.map((ink, pixel) => {
      const isUnder = Math.abs(Math.floor(pixel / 28) - row) <= 1 && Math.abs((pixel % 28) - column) <= 1;
      return isUnder ? 0 : ink;
    });
    const logits = reader.logits(covered);
    const place = row * 28 + column;
    const drop = plain[pair.target] - plain[pair.rival] - (logits[pair.target] - logits[pair.rival]);
    expect(logitDrops[place]).toBeCloseTo(drop, 10);
    const fall = softmax(plain)[pair.target] - softmax(logits)[pair.target];
    expect(probabilityDrops[place]).toBeCloseTo(fall, 10);
  }
});

test('what is covered in the digit’s own row costs most', () => {
  const { logitDrops } = allAtOnce(occlusion(reader, digit, pair, 3));
  const strongest = logitDrops.indexOf(Math.max(...logitDrops));
  expect(Math.abs(Math.floor(strongest / 28) - 2 * pair.target)).toBeLessThanOrEqual(2);
});
