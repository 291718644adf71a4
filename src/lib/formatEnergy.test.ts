import { expect, test } from 'vitest';
import { formatEnergy } from './formatEnergy';

test.each([
  [72, 360, '72–360 J', '0.02–0.1 Wh'],
  [0, 0, '0 J', '0 Wh'],
  [0.034, 0.127, '0.034–0.13 J', '0.0000094–0.000035 Wh'],
  [700, 36_000, '0.7–36 kJ', '0.19–10 Wh'],
  [100, 100.4, '100 J', '0.028 Wh'],
  [36_000_000, 90_000_000, '36,000–90,000 kJ', '10,000–25,000 Wh'],
])('%d to %d joules are %s', (low, high, joules, wattHours) => {
  expect(formatEnergy({ low, high }, 'joules')).toBe(joules);
  expect(formatEnergy({ low, high }, 'wattHours')).toBe(wattHours);
});

test.each([
  [3, 11, '3–11 J'],
  [72, 350, '72–350 J'],
  [72, 360, '0.02–0.1 Wh'],
])('%d to %d joules are most easily read as %s', (low, high, text) => {
  expect(formatEnergy({ low, high })).toBe(text);
});
