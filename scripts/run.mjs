import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { root } from './root.mjs';

/**
 * Runs a program of the system or of node_modules in the project's folder, its output shown as it comes.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment] added to the present one
 * @returns {boolean} whether it ended well
 */
export function run(program, args, environment = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    // Nothing may wait for an answer: there is nobody to give one in continuous integration.
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...environment,
      PATH: `${root}node_modules/.bin${delimiter}${process.env.PATH ?? ''}`,
    },
    // On Windows npm and its programs are .cmd files, which only a shell can run.
    shell: process.platform === 'win32',
  });
  if (error !== undefined) console.error(`${program} could not be started: ${error.message}`);
  return status === 0;
}
