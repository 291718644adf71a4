import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.mjs';
import { root } from './root.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} LockedPackages */

/** Installs the locked dependencies unless exactly those are there. */
export function prepareDependencies() {
  if (isInstalled()) return;
  console.log('Installing the dependencies (npm ci) …');
  // Tests and build need the development dependencies even where NODE_ENV says production.
  if (!run('npm', ['ci', '--include=dev'])) throw new Error('npm ci failed; its messages are above.');
}

/**
 * Compares what npm noted when it last installed with the lock file. Contents, not dates: a fresh checkout
 * makes every file young.
 */
function isInstalled() {
  const notePath = `${root}node_modules/.package-lock.json`;
  if (!existsSync(notePath)) return false;
  const locked = lockedPackages(`${root}package-lock.json`);
  const installed = lockedPackages(notePath);
  return Object.entries(locked).every(([path, { version, integrity, optional }]) => {
    // '' is the project itself; optional packages are mostly for other systems.
    if (path === '' || optional) return true;
    return installed[path]?.version === version && installed[path]?.integrity === integrity;
  });
}

/**
 * @param {string} path
 * @returns {LockedPackages}
 */
function lockedPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}
