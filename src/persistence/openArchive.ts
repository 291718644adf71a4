import { errorMessage } from '../lib/problem';
import type { Archive } from './archive';
import { openIndexedDbArchive } from './indexedDbArchive';
import { createMemoryArchive } from './memoryArchive';

/** Some browsers never answer: after a crash, or while an old tab holds on to an older version. */
const PATIENCE_MS = 3000;

/**
 * What this device keeps, or, where the browser lets the page keep nothing (private windows, blocked site data), an archive that lasts as
 * long as the page; its `refusal` says why (`storageRefused`). Never rejects.
 */
export async function openArchive(): Promise<Archive> {
  const patience = new AbortController();
  const timer = setTimeout(
    () => patience.abort(new Error(`no answer for ${PATIENCE_MS / 1000} s`)),
    PATIENCE_MS,
  );
  try {
    return await openIndexedDbArchive(patience.signal);
  } catch (error) {
    return createMemoryArchive({ code: 'storageRefused', values: { detail: errorMessage(error) } });
  } finally {
    clearTimeout(timer);
  }
}
