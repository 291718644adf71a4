import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * The most memory a process has had in RAM at once (its peak resident set, MB of 1e6 bytes), since it began or since the last
 * `forgetPeak`; null where there is no /proc to tell, and of a process that has ended.
 *
 * @param {number} pid
 */
export const peakMegabytes = (pid) => statusMegabytes(pid, 'VmHWM');

/** What a process has in RAM now, in the same unit. @param {number} pid */
export const residentMegabytes = (pid) => statusMegabytes(pid, 'VmRSS');

/** @param {number} pid */
export function forgetPeak(pid) {
  // "5" is the kernel's word for it (man proc_pid_clear_refs).
  if (process.platform === 'linux') writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** @param {number} pid @param {string} field */
function statusMegabytes(pid, field) {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return null;
  const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(path, 'utf8'))?.[1];
  return kibibytes === undefined ? null : (Number(kibibytes) * 1024) / 1e6;
}
