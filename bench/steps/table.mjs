/**
 * @typedef {{
 *   contestant: string,
 *   device: string,
 *   stepMs: import('./spread.mjs').Spread,
 *   ratio: import('./spread.mjs').Spread | null,
 *   firstStepMs: number,
 *   memory: import('./browserTurns.mjs').Memory,
 *   turns: number,
 * }} Row
 */

/**
 * One table of a model and batch size, the fastest first.
 *
 * @param {string} title
 * @param {string | null} reference
 * @param {readonly Row[]} rows
 * @param {readonly { contestant: string, reason: string }[]} absent
 */
export function printTable(title, reference, rows, absent) {
  const cells = [...rows]
    .sort((a, b) => a.stepMs.median - b.stepMs.median)
    .map((row) => [
      row.contestant,
      digits(row.stepMs.median),
      range(row.stepMs),
      row.ratio ? digits(row.ratio.median) : '',
      row.ratio ? range(row.ratio) : '',
      String(row.turns),
      (row.firstStepMs / 1000).toFixed(2),
      megabytes(row.memory),
      row.device,
    ]);
  const heads = [
    'contestant',
    'ms/step',
    '(quartiles)',
    reference ? `× ${reference}` : '',
    '(rounds)',
    'turns',
    'first step s',
    'peak MB',
    'on',
  ];
  console.log(`\n${title}`);
  if (cells.length > 0) for (const line of aligned([heads, ...cells])) console.log(`  ${line}`);
  for (const { contestant, reason } of absent) console.log(`  ${contestant}: ${reason}`);
}

/** @param {readonly (readonly string[])[]} lines */
function aligned(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const isText = (/** @type {number} */ column) => column === 0 || column === lines[0].length - 1;
  return lines.map((line) =>
    line
      .map((cell, column) => (isText(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd(),
  );
}

/** Nothing where there is but one value. @param {import('./spread.mjs').Spread} spread */
const range = ({ low, high }) => (low === high ? '' : `(${digits(low)}–${digits(high)})`);

/** Three that count. @param {number} value */
const digits = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** The contestant's process, and what the graphics process grew by. @param {import('./browserTurns.mjs').Memory} memory */
function megabytes({ processMegabytes, graphicsMegabytes }) {
  if (processMegabytes === null) return '—';
  const growth = Math.round(graphicsMegabytes ?? 0);
  return `${Math.round(processMegabytes)}${growth > 0 ? ` + ${growth}` : ''}`;
}
