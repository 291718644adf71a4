import { expect, it } from 'vitest';
import { formatLoss } from './formatLoss';

it.each([
  [0, '0.0000'],
  [2.30259, '2.303'],
  [0.07123, '0.0712'],
  [152.4, '152'],
  [0.0000123, '1.2e-5'],
  [1.2e9, '1.2e+9'],
  [NaN, ''],
])('%d is %s', (loss, text) => {
  expect(formatLoss(loss)).toBe(text);
});
