import { describe, expect, test } from 'vitest';
import { heldOutCurve } from '../../curves/heldOut';
import { en } from '../../words/en';
import { en as later } from '../../words/later/en';
import { axisLabel, heldOutNote, placeFormat } from './curveWords';

const { curves } = later;
const heldOut = (...losses: number[]) =>
  heldOutCurve(
    losses.map((loss, epoch) => ({ step: 10 * (epoch + 1), loss, accuracy: 0 })),
    'loss',
    (step) => step,
    'linear',
  );

describe('the horizontal axis', () => {
  const power = { deviceClass: 'laptopProcessor', watts: { low: 7.5, high: 27.5 } } as const;
  const label = (along: Parameters<typeof axisLabel>[0], known: typeof power | null = power) =>
    axisLabel(along, en.charts, curves, known);

  test('says that an energy is an estimate, and of which range', () => {
    expect(label('energy')).toBe('energy ({unit}), estimated at 14 W (7.5–28 W)');
    expect(label('energy', null)).toBe('energy ({unit}, estimate)');
  });

  test('is otherwise called what it was chosen by', () => {
    expect(label('step')).toBe('step');
    expect(label('time')).toBe('time (s)');
    expect(label('flops')).toBe('training operations ({unit})');
  });

  test('places are written with a unit where no step, epoch or time tells them', () => {
    expect(placeFormat('flops')?.(1.25e12)).toBe('1.25 TFLOPs');
    expect(placeFormat('energy')?.(30)).toBe('30 J');
    expect(placeFormat('time')).toBeNull();
  });
});

test('a step is told with what was measured last on images held out', () => {
  const curve = heldOut(0.5, 0.4);
  expect(heldOutNote(curves, curve, 8, String)).toEqual([]);
  expect(heldOutNote(curves, curve, 9, String)).toEqual(['held out 0.5, after step 10']);
  expect(heldOutNote(curves, curve, 25, String)).toEqual(['held out 0.4, after step 20']);
});
