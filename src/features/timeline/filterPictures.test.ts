import { expect, test } from 'vitest';
import { filterPictures } from './filterPictures';

const pixel = ({ pixels, width }: ReturnType<typeof filterPictures>, x: number, y: number) => [
  ...pixels.subarray(4 * (y * width + x), 4 * (y * width + x) + 4),
];

test('each filter is a picture, eight in a row, coloured by sign and size', () => {
  const shape = [3, 3, 1, 9];
  const kernel = new Float32Array(81);
  // The pixel in row 1 and column 2 of filter 8, and its opposite in filter 0.
  kernel[(1 * 3 + 2) * 9 + 8] = 2;
  kernel[(1 * 3 + 2) * 9] = -2;
  const picture = filterPictures(kernel, shape);
  expect([picture.width, picture.height]).toEqual([31, 7]);
  expect(pixel(picture, 2, 5)).toEqual([0x0a, 0x5c, 0xb8, 255]);
  expect(pixel(picture, 2, 1)).toEqual([0xa8, 0x4a, 0x00, 255]);
  expect(pixel(picture, 0, 0)).toEqual([255, 255, 255, 255]);
  // Between two pictures there is nothing.
  expect(pixel(picture, 3, 0)[3]).toBe(0);
});

test('a dense layer on pixels is one square picture for each output', () => {
  const picture = filterPictures(new Float32Array(7840), [784, 10]);
  expect([picture.width, picture.height]).toEqual([8 * 29 - 1, 2 * 29 - 1]);
});
