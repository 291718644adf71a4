import { expect, test } from 'vitest';
import { en } from '../../words/en';
import { en as later } from '../../words/later/en';
import { exampleRun } from './exampleRun';
import { initialOverlayOptions, overlayOf } from './overlay';
import type { SummarisedRun } from './overlayWords';
import { noteAt, summarySentences } from './overlayWords';

const { compare } = later.runs;
const numbers = { finalLoss: 0, finalAccuracy: 0, firstMissing: null };
const runs: SummarisedRun[] = [
  { run: { ...exampleRun, name: 'A' }, line: 0, bestLoss: 0.5, bestAccuracy: 0.9, ...numbers },
  { run: { ...exampleRun, name: 'B' }, line: 3, bestLoss: 0.25, bestAccuracy: 0.8, ...numbers },
];

test('the best run is named with its line', () => {
  expect(summarySentences(runs, 'losses', en, compare)).toBe('Lowest smoothed loss: 0.250 nats, line 4, B.');
  expect(summarySentences(runs, 'errors', en, compare)).toBe(
    'Most right answers in one epoch: 90.00%, line 1, A.',
  );
});

test('test results and losses that are no numbers are told', () => {
  const result = { accuracy: 0.9796, loss: 0.1, correct: 9796, imageCount: 10_000 };
  const [first, second] = runs;
  const told = [
    { ...first, bestLoss: NaN, firstMissing: 0 },
    { ...second, run: { ...second.run, result } },
  ];
  expect(summarySentences(told, 'losses', en, compare)).toBe(
    'Lowest smoothed loss: 0.250 nats, line 4, B. Highest test accuracy: 0.9796, line 4, B. Line 1 is not a number from step 1 on.',
  );
  expect(summarySentences([], 'losses', en, compare)).toBe('');
});

test('a note tells of the runs that came as far', () => {
  const overlaid = [2, 3].map((steps, line) => ({
    run: exampleRun,
    line,
    watts: null,
    history: {
      losses: new Float32Array(steps).fill(steps),
      correct: new Uint32Array(steps),
      stepEndsMs: new Float32Array(steps),
    },
  }));
  const overlay = overlayOf(overlaid, initialOverlayOptions);
  const note = (x: number) => noteAt(overlay, x, 'step', String, en.charts, later);
  expect(note(2)).toEqual(['step 2', 'Line 1: smoothed 2, raw 2', 'Line 2: smoothed 3, raw 3']);
  expect(note(3)).toEqual(['step 3', 'Line 2: smoothed 3, raw 3']);
});
