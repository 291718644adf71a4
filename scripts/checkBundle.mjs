// Checks the built page: what a browser must fetch before it shows anything stays small and free of
// TensorFlow.js, which belongs to the trainer's worker; and the page forbids itself foreign sources.
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './root.mjs';

const MAX_ENTRY_BYTES = 90_000;
/** A string of tfjs-core that no minifier touches: the name of its URL parameter. */
const TENSORFLOW_MARK = 'tfjsflags';

const folder = `${root}dist/`;
const html = readFileSync(`${folder}index.html`, 'utf8');
const entryScripts = pageScripts();
const entryBytes = entryScripts.reduce((sum, script) => sum + gzipSync(readScript(script)).length, 0);
console.log(`The page starts with ${entryBytes} bytes of scripts, gzipped:`);
for (const script of entryScripts) console.log(`  ${script}`);

const allScripts = readdirSync(`${folder}assets`).filter((name) => name.endsWith('.js'));
const withTensorflow = allScripts.filter((script) => readScript(script).includes(TENSORFLOW_MARK));

/** @type {string[]} */
const faults = [];
if (entryScripts.length === 0) faults.push('index.html loads no script');
if (entryBytes > MAX_ENTRY_BYTES) faults.push(`the entry is larger than ${MAX_ENTRY_BYTES} bytes`);
// Without this the next check would pass for ever once the mark is out of date.
if (withTensorflow.length === 0)
  faults.push(`no script at all contains TensorFlow.js ("${TENSORFLOW_MARK}")`);
for (const script of withTensorflow) {
  if (entryScripts.includes(script)) faults.push(`the page itself loads TensorFlow.js (${script})`);
}
if (!/<meta\s[^>]*http-equiv="Content-Security-Policy"/i.test(html)) {
  faults.push('index.html has no Content-Security-Policy');
}
for (const fault of faults) console.error(`Bundle: ${fault}.`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** The scripts that index.html names, and all they import statically. */
function pageScripts() {
  const named = html.matchAll(/<(?:script|link)\s[^>]*(?:src|href)="([^"]+\.js)"/g);
  const scripts = new Set(Array.from(named, ([, path]) => basename(path)));
  // The set grows while it is walked: an import is followed in its turn.
  for (const script of scripts) {
    // A dynamic import has a parenthesis before its quote.
    const imports = readScript(script).matchAll(/\b(?:import|from)\s*["']\.\/([^"']+\.js)["']/g);
    for (const [, name] of imports) scripts.add(name);
  }
  return [...scripts];
}

/** @param {string} name */
function readScript(name) {
  return readFileSync(`${folder}assets/${name}`, 'utf8');
}
