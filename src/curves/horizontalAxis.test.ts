import { describe, expect, test } from 'vitest';
import { articleConfig } from '../training/config';
import type { Along, RunSteps } from './horizontalAxis';
import { endOfAxis, epochMarks, hasPlaces, horizontalAxis, placeOfStep } from './horizontalAxis';

/** Three steps, each of half an epoch and 800 ms, at 20 W. */
const run: RunSteps = {
  config: { ...articleConfig, imageCount: 8, batchSize: 4, epochs: 2 },
  endsMs: Float32Array.of(800, 1_600, 2_400),
  trainingMs: 2_400,
  watts: 20,
};
const places = (along: Along) => [0, 1, 2].map(placeOfStep(run, along));

describe('along energy', () => {
  test('a step is where its time times the power is', () => {
    expect(places('energy')).toEqual([16, 32, 48]);
    expect(epochMarks(run, 'energy')).toEqual([32]);
  });

  test('the axis has room for the second under way, as along time', () => {
    expect(endOfAxis(run, 'time')).toBe(3);
    expect(endOfAxis(run, 'energy')).toBe(60);
  });

  test('a run has no place where nobody knows what computed it', () => {
    expect(hasPlaces(run, 'energy')).toBe(true);
    expect(hasPlaces({ ...run, watts: null }, 'energy')).toBe(false);
    expect(hasPlaces({ ...run, watts: null }, 'time')).toBe(true);
  });
});

describe('an axis has one unit', () => {
  const texts = (end: number, along: Along) => {
    const { label, ticks, format } = horizontalAxis(end, along, '{unit}');
    return [label, ...ticks.map(format)];
  };

  test('joules below a tenth of a watt-hour, watt-hours from there on', () => {
    expect(texts(0, 'energy')).toEqual(['J', '0', '1']);
    expect(texts(60, 'energy')).toEqual(['J', '0', '20', '40', '60']);
    expect(texts(0.9, 'energy')).toEqual(['J', '0', '0.2', '0.4', '0.6', '0.8']);
    expect(texts(1_000, 'energy')).toEqual(['Wh', '0', '0.1', '0.2']);
  });

  test('the operations of the largest place', () => {
    expect(texts(5e10, 'flops')).toEqual(['GFLOPs', '0', '10', '20', '30', '40', '50']);
    expect(texts(1.25e12, 'flops')).toEqual(['TFLOPs', '0', '0.5', '1']);
  });

  test('ticks lie where they say they do', () => {
    const { domain, ticks } = horizontalAxis(1_000, 'energy', '{unit}');
    expect(domain).toEqual([0, 1_000]);
    expect(ticks).toEqual([0, 360, 720]);
  });

  test('steps are written as they are', () => {
    expect(texts(2_000, 'step')).toEqual(['{unit}', '0', '500', '1,000', '1,500', '2,000']);
  });
});
