import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleConfig } from '../training/config';
import { historyCsv } from './historyCsv';

// 3 steps an epoch, of 4, 4 and 2 images.
const config = {
  ...articleConfig,
  imageCount: 12,
  validationCount: 2,
  batchSize: 4,
  epochs: 2,
  rateChanges: [{ step: 4, learningRate: 0.0005 }],
};
const history = {
  losses: Float32Array.of(2.3, 1.5, 0.1, NaN, Infinity),
  correct: Uint32Array.of(1, 3, 2, 4, 0),
  stepEndsMs: Float32Array.of(1.25, 2.5, 1000.1, 1001, 1002),
};

describe('historyCsv', () => {
  test('writes a row for each step below the headings', () => {
    expect(historyCsv(config, history).split('\r\n')).toEqual([
      'step,epoch,training time (ms),loss (nats),correct (images),batch (images),accuracy of the epoch so far (0-1),learning rate',
      '1,1,1.25,2.3,1,4,0.25,0.001',
      '2,1,2.5,1.5,3,4,0.5,0.001',
      '3,1,1000.1,0.1,2,2,0.6,0.001',
      '4,2,1001,NaN,4,4,1,0.001',
      '5,2,1002,Infinity,0,4,0.5,0.0005',
      '',
    ]);
  });

  test('writes the headings alone where no step was completed', () => {
    const none = { losses: new Float32Array(), correct: new Uint32Array(), stepEndsMs: new Float32Array() };
    expect(historyCsv(config, none)).toMatch(/^step,.*learning rate\r\n$/);
  });

  test('losses and times are read back exactly', () => {
    fc.assert(
      fc.property(fc.float32Array({ minLength: 1, maxLength: 20 }), (losses) => {
        const correct = new Uint32Array(losses.length);
        const rows = historyCsv(config, { losses, correct, stepEndsMs: losses })
          .split('\r\n')
          .slice(1, -1)
          .map((line) => line.split(','));
        const read = (column: number) => Float32Array.from(rows, (row) => Math.fround(Number(row[column])));
        // Zero has lost its sign, if it had one.
        const written = losses.map((loss) => loss + 0);
        expect(read(2)).toEqual(written);
        expect(read(3)).toEqual(written);
      }),
    );
  });
});
