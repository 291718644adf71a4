import { describe, expect, test } from 'vitest';
import type { Point } from './drawing';
import { rasterise } from './rasterise';

const drawn = (points: Point[], width = 1) => [{ points, width }];
const inPlace = { scale: 1, x: 0, y: 0 };
const sum = (ink: Float32Array) => ink.reduce((total, share) => total + share, 0);

describe('rasterise', () => {
  test('a line along pixel edges inks whole pixels', () => {
    const line = [
      { x: 3, y: 4 },
      { x: 7, y: 4 },
    ];
    const ink = rasterise(drawn(line), inPlace, 2, 10);
    const row = (index: number) => [...ink.subarray(10 * index, 10 * index + 10)];
    expect(row(3).slice(3, 7)).toEqual([1, 1, 1, 1]);
    expect(row(4)).toEqual(row(3));
    expect(Math.max(...row(2), ...row(5))).toBe(0);
  });

  test.each([0, 17, 45, 71])(
    'ink is length × width plus a round cap at either end, at %i degrees',
    (degrees) => {
      const angle = (degrees * Math.PI) / 180;
      const line = [
        { x: 8, y: 8 },
        { x: 8 + 15 * Math.cos(angle), y: 8 + 15 * Math.sin(angle) },
      ];
      const width = 3;
      const area = 15 * width + (Math.PI * width ** 2) / 4;
      expect(Math.abs(sum(rasterise(drawn(line), inPlace, width, 32)) - area)).toBeLessThan(0.02 * area);
    },
  );

  test('crossing twice is no darker than crossing once', () => {
    const line = [
      { x: 2, y: 2.3 },
      { x: 8, y: 7.1 },
    ];
    expect(rasterise([...drawn(line), ...drawn(line)], inPlace, 2, 10)).toEqual(
      rasterise(drawn(line), inPlace, 2, 10),
    );
  });

  test('scales and moves the points, not the pen', () => {
    const small = drawn([
      { x: 0.1, y: 0.1 },
      { x: 0.3, y: 0.1 },
    ]);
    const large = drawn([
      { x: 3, y: 4 },
      { x: 5, y: 4 },
    ]);
    const scaled = rasterise(small, { scale: 10, x: 2, y: 3 }, 2, 10);
    const expected = rasterise(large, inPlace, 2, 10);
    scaled.forEach((share, pixel) => expect(share).toBeCloseTo(expected[pixel], 5));
  });

  test('every stroke has the width of its own pen, and where two cross the bolder shows', () => {
    const across = [
      { x: 1, y: 5 },
      { x: 9, y: 5 },
    ];
    const twice = rasterise(drawn(across, 2), inPlace, 1, 10);
    expect(twice).toEqual(rasterise(drawn(across), inPlace, 2, 10));
    expect(rasterise([...drawn(across, 2), ...drawn(across, 0.5)], inPlace, 1, 10)).toEqual(twice);
  });

  test('leaves out what lies beyond the field', () => {
    const outside = rasterise(drawn([{ x: 50, y: -50 }]), inPlace, 2, 10);
    expect(sum(outside)).toBe(0);
    const through = rasterise(
      drawn([
        { x: -1000, y: 5 },
        { x: 1000, y: 5 },
      ]),
      inPlace,
      2,
      10,
    );
    expect(sum(through)).toBe(20);
  });
});
