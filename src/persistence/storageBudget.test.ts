import { afterEach, describe, expect, test, vi } from 'vitest';
import { recallStorageBudget, rememberStorageBudget, storageBudgets } from './storageBudget';

const USUAL_BYTES = 500_000_000;

describe('the storage budget', () => {
  afterEach(() => void vi.unstubAllGlobals());

  function stubStorage(stored = new Map<string, string>()): Map<string, string> {
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    });
    return stored;
  }

  test('is 500 MB until another is chosen, and then remembered', () => {
    stubStorage();
    expect(recallStorageBudget()).toBe(USUAL_BYTES);
    for (const bytes of storageBudgets) {
      rememberStorageBudget(bytes);
      expect(recallStorageBudget()).toBe(bytes);
    }
  });

  test('is 500 MB where what is stored is no choice', () => {
    const stored = stubStorage();
    rememberStorageBudget(storageBudgets[0]);
    const [key] = stored.keys();
    for (const text of ['', '1', '-1', 'Infinity', '100000000.0', 'null']) {
      stored.set(key, text);
      expect(recallStorageBudget()).toBe(USUAL_BYTES);
    }
  });

  test('is 500 MB where storage is forbidden', () => {
    const forbid = () => {
      throw new Error('forbidden');
    };
    vi.stubGlobal('localStorage', { getItem: forbid, setItem: forbid });
    rememberStorageBudget(storageBudgets[0]);
    expect(recallStorageBudget()).toBe(USUAL_BYTES);
  });
});
