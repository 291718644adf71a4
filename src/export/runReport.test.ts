import { describe, expect, test } from 'vitest';
import { engineLabels } from '../engine/engine';
import { imagesInSteps } from '../training/stepImages';
import { runCost } from '../training/cost';
import { exampleRun } from '../persistence/exampleRun';
import { articleConfig } from '../training/config';
import type { ReportWords } from './reportWords';
import type { RunReport } from './runReport';
import { runReport } from './runReport';

/** Every word is its own key, but for those that are filled in. */
const keys = <Table extends object>(filledIn: Partial<Table> = {}) =>
  new Proxy(filledIn, { get: (target, name) => target[name as keyof Table] ?? String(name) }) as Table;
const filledIn: Partial<ReportWords['report']> = {
  unnamed: '{preset} with seed {seed}',
  headings: keys(),
  statuses: keys(),
  deviceClasses: keys(),
  continued: 'after step {step} of another',
  interval: 'from {low} to {high}',
  errorsOf: '{errors} in {count}',
  energyNote: '{device} takes {watts}',
};
const words: ReportWords = {
  presets: keys(),
  optimizers: keys(),
  schedules: keys(),
  engines: { auto: 'auto', ...engineLabels },
  settings: keys(),
  report: keys(filledIn),
};

const computedBy = { name: 'wasm', device: 'relaxed SIMD', nodes: 2 } as const;
const run = exampleRun('a1', {
  name: '',
  config: articleConfig,
  parent: null,
  computedBy,
  startedAt: Date.UTC(2025, 2, 4, 5, 6, 7),
  step: 9_375,
  trainingMs: 20_000,
  result: { accuracy: 0.9796, loss: 0.0712, correct: 9_796, imageCount: 10_000 },
});
const report: RunReport = {
  run,
  validations: [],
  data: [{ file: 'train-00.bin', sha256: 'ab'.repeat(32) }],
  curves: [{ title: 'Loss', summary: 'It falls.', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' }],
  cost: runCost({
    config: run.config,
    images: imagesInSteps(run.config, run.step),
    trainingMs: run.trainingMs,
    computedBy,
    cores: 4,
    isMobile: false,
  }),
  link: 'https://example.org/gradpad/#preset=article&seed=1',
  language: 'en',
  words,
};

/** The document's texts, one a line. */
const textOf = (html: string) =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, '\n')
    .split('\n')
    .filter(Boolean);

describe('runReport', () => {
  test('says what was trained, on what, with which result and at what cost', () => {
    const text = textOf(runReport(report));
    for (const line of [
      'article with seed 1',
      '2025-03-04 05:06 UTC',
      '9,375 / 9,375',
      '97.96%',
      '204 in 10,000',
      'from 97.66% to 98.22%',
      '0.0712',
      'filters 32, kernel 3×3, strides 1×1, padding valid, activation relu, useBias true',
      '3×3×1×32, 32',
      '216,650',
      '822,016',
      'relaxed SIMD',
      '623 GFLOPs',
      '150–550 J (0.042–0.15 Wh)',
      'laptopProcessor takes 7.5–28 W',
      'ab'.repeat(32),
      'https://example.org/gradpad/#preset=article&amp;seed=1',
      run.weightsHash!,
    ]) {
      expect(text).toContain(line);
    }
  });

  test('needs nothing but itself: no script, no address, and a policy that allows none', () => {
    const html = runReport(report);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain(
      'content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:"',
    );
    expect(html).not.toMatch(/<script|<link|@import|url\(|javascript:| on\w+=/i);
    expect([...html.matchAll(/ (?:src|href)="([^"]{0,9})/g)].map(([, start]) => start)).toEqual([
      'data:imag',
      'https://e',
    ]);
  });

  test('escapes whatever it is given', () => {
    const bad = `"><script>alert('x')</script>`;
    const html = runReport({
      ...report,
      run: {
        ...run,
        name: bad,
        weightsHash: bad,
        computedBy: { name: 'webgpu', device: bad, nodes: 1 },
      },
      data: [{ file: bad, sha256: bad }],
      curves: [{ title: bad, summary: bad, svg: `<svg>${bad}</svg>` }],
      link: `javascript:${bad}`,
      language: bad,
      words: {
        ...words,
        settings: keys<ReportWords['settings']>({ seed: bad }),
        presets: keys<ReportWords['presets']>({ article: bad }),
      },
    });
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/href=/);
    expect(html).not.toContain('"">');
  });

  test('leaves out what there is not, and says what is missing', () => {
    const bare: RunReport = {
      ...report,
      run: {
        ...run,
        status: 'failed',
        lastLoss: NaN,
        result: null,
        weightsHash: null,
        computedBy: null,
      },
      data: [],
      curves: [],
      cost: null,
    };
    const text = textOf(runReport(bare));
    for (const heading of ['curves', 'device', 'cost', 'data', 'rateChanges', 'validation']) {
      expect(text).not.toContain(heading);
    }
    expect(text).toContain('noResult');
    expect(text).toContain('NaN');
  });

  test('tells of validations, changes of the rate, and where the run came from', () => {
    const text = textOf(
      runReport({
        ...report,
        run: {
          ...run,
          parent: { key: 'a0', step: 1_875 },
          config: {
            ...run.config,
            validationCount: 5_000,
            patience: 2,
            rateChanges: [{ step: 1_999, learningRate: 0.0005 }],
          },
        },
        validations: [{ step: 1_719, loss: 0.1234, accuracy: 0.96 }],
      }),
    );
    const rows = text.join(' ');
    expect(rows).toContain('after step 1,875 of another');
    expect(rows).toContain('validationCount 5,000 patience 2');
    expect(rows).toContain('fromStep learningRate 2,000 0.0005');
    expect(rows).toContain('afterStep loss accuracy 1,719 0.123 96.00%');
  });
});
