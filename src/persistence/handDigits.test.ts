import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recallHandDigits, rememberHandDigits } from './handDigits';

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

const digit = (label: number) => ({
  pixels: Uint8Array.from({ length: 784 }, (_, i) => (i * 7 + label) % 256),
  label,
});

test('gives back what it was given', () => {
  expect(recallHandDigits()).toEqual([]);
  expect(rememberHandDigits([digit(3), digit(9)])).toBe(true);
  expect(recallHandDigits()).toEqual([digit(3), digit(9)]);
});

test('leaves out what is no digit', () => {
  rememberHandDigits([digit(3)]);
  const [[, text]] = JSON.parse(stored.get('gradpad.hand')!) as [number, string][];
  const odd = [[10, text], [3, 'AAAA'], [3], 'seven', [2, text]];
  stored.set('gradpad.hand', JSON.stringify(odd));
  expect(recallHandDigits()).toEqual([{ ...digit(3), label: 2 }]);
  stored.set('gradpad.hand', 'nothing');
  expect(recallHandDigits()).toEqual([]);
});

test('says so where nothing can be stored', () => {
  vi.stubGlobal('localStorage', {
    setItem() {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  expect(rememberHandDigits([digit(1)])).toBe(false);
});
