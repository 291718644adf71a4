import { expect, test } from 'vitest';
import { constantText, numberText, weightText, writeConstant } from './writtenNumber';

test.each([
  [0, '0'],
  [0.0123456, '0.0123'],
  [-1.5, '−1.50'],
  [123.456, '123'],
  [999.96, '1.00×10³'],
  [0.009996, '0.0100'],
  [0.0099, '9.90×10⁻³'],
  [-4.5678e-5, '−4.57×10⁻⁵'],
  [1.2e-12, '1.20×10⁻¹²'],
  [NaN, '?'],
  [-Infinity, '−∞'],
])('a number that changes: %d is %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});

test.each([
  [0.9, '0.9'],
  [1 - 0.9, '0.1'],
  [0.001, '0.001'],
  [0.00098765, '0.000988'],
  [1e-6, '10⁻⁶'],
  [2.5e-6, '2.5×10⁻⁶'],
  [10, '10'],
])('a constant: %d is %s', (value, text) => {
  expect(constantText(value)).toBe(text);
});

test.each([
  [0.05231449, '0.052314'],
  [-0.05231449, '−0.052314'],
  [12.3456, '12.3'],
  [NaN, '?'],
])('a weight: %d is %s', (value, text) => {
  expect(weightText(value)).toBe(text);
});

test('its parts are for those who set it as a formula', () => {
  expect(writeConstant(1e-7)).toEqual({ isNegative: false, digits: '1', exponent: -7 });
});
