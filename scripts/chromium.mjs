import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

const DEBIAN_PATH = '/usr/bin/chromium';

/**
 * Where the browser for tests is: $CHROMIUM_PATH, or Debian's, or a `chromium` on PATH; null if nowhere.
 *
 * @returns {string | null}
 */
export function chromiumPath() {
  const chosen = process.env.CHROMIUM_PATH;
  // A choice that is wrong is not quietly replaced by another browser.
  if (chosen) return existsSync(chosen) ? chosen : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [DEBIAN_PATH, ...folders.map((folder) => join(folder, 'chromium'))];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** Makes sure that there is a browser for tests; throws what a person has to do where it cannot. */
export function prepareChromium() {
  if (chromiumPath() === null && !process.env.CHROMIUM_PATH && isRootOnDebian()) installChromium();
  const path = chromiumPath();
  if (path === null) throw new Error(missingMessage());
  console.log(`Browser for tests: ${path}`);
}

function installChromium() {
  console.log('Installing Chromium for the tests (about 100 MB, a minute or two) …');
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const installed =
    run('apt-get', ['update'], quiet) &&
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
  if (!installed) throw new Error('apt-get could not install Chromium; its messages are above.');
}

function isRootOnDebian() {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'))
  );
}

function missingMessage() {
  const chosen = process.env.CHROMIUM_PATH;
  return chosen
    ? `CHROMIUM_PATH is ${chosen}, but there is no such file.`
    : 'The tests need Chromium. Install it (Debian: sudo apt-get install chromium; elsewhere any Chromium or ' +
        'Chrome) and, if it is not on PATH as "chromium", set CHROMIUM_PATH to its program file.';
}
