import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Measurement } from '../engine/engine';
import { articleConfig } from '../training/config';
import { recallMeasurements, rememberMeasurements } from './measurements';

const measured: readonly Measurement[] = [
  { name: 'wasm', nodes: 2, stepMs: 1.5 },
  { name: 'wasm', nodes: 1, stepMs: 2.25 },
];

/** As much of the browser as is needed. */
function stubBrowser(stored: Map<string, string>, userAgent = 'a browser') {
  vi.stubGlobal('navigator', { userAgent, hardwareConcurrency: 2 });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
}

describe('measurements', () => {
  let stored: Map<string, string>;
  beforeEach(() => {
    stored = new Map();
    stubBrowser(stored);
  });

  afterEach(() => void vi.unstubAllGlobals());

  test('are known again for the same kind of run, and for no other', () => {
    rememberMeasurements(articleConfig, measured);
    expect(recallMeasurements({ ...articleConfig, seed: 7, epochs: 1, learningRate: 1 })).toEqual(measured);
    expect(recallMeasurements({ ...articleConfig, batchSize: 128 })).toEqual([]);
    expect(recallMeasurements({ ...articleConfig, preset: 'lenet' })).toEqual([]);
    expect(recallMeasurements({ ...articleConfig, nodes: 1 })).toEqual([]);
    stubBrowser(stored, 'a newer browser');
    expect(recallMeasurements(articleConfig)).toEqual([]);
  });

  test('are replaced by newer ones, and the oldest are forgotten', () => {
    rememberMeasurements(articleConfig, measured);
    rememberMeasurements(articleConfig, measured.slice(1));
    expect(recallMeasurements(articleConfig)).toEqual(measured.slice(1));
    for (let batchSize = 100; batchSize < 140; batchSize++) {
      rememberMeasurements({ ...articleConfig, batchSize }, measured);
    }
    expect(recallMeasurements(articleConfig)).toEqual([]);
    expect(recallMeasurements({ ...articleConfig, batchSize: 100 })).toEqual(measured);
  });

  test('what is stored and was not written by this is as good as nothing', () => {
    rememberMeasurements(articleConfig, measured);
    const [[key, good]] = stored;
    const changes: readonly ((text: string) => string)[] = [
      () => 'no JSON',
      () => '{"a":1}',
      (text) => text.replace('"wasm"', '"quantum"'),
      (text) => text.replace('1.5', '-1.5'),
      (text) => text.replace('"nodes":2', '"nodes":"2"'),
    ];
    for (const change of changes) {
      stored.set(key, change(good));
      expect(recallMeasurements(articleConfig)).toEqual([]);
    }
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('forbidden');
      },
    });
    expect(recallMeasurements(articleConfig)).toEqual([]);
  });
});
