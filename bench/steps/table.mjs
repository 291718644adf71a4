/**
 * @typedef {{
 *   contestant: string,
 *   device: string,
 *   stepMs: import('./spread.mjs').Spread,
 *   ratio: import('./spread.mjs').Spread | null,
 *   firstStepMs: number,
 *   memory: import('./browserTurns.mjs').Memory,
 *   stepCommands: import('./summarise.mjs').StepCommands | null,
 *   turns: number,
 * }} Row
 */

/** Columns of words; all others hold numbers. */
const TEXTS = ['contestant', 'on'];

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

/** What a step asks of WebGPU, where anybody asked anything. @param {readonly Row[]} rows */
export function printStepCommands(rows) {
  if (rows.every(({ stepCommands }) => stepCommands === null)) return;
  const cells = rows.map(({ contestant, stepCommands: commands }) => [
    contestant,
    ...(commands === null
      ? Array(5).fill('—')
      : [
          count(commands.dispatches),
          count(commands.passes),
          count(commands.submits),
          String(Math.round(commands.uploadedBytes)),
          count(commands.submitsPerSecond),
        ]),
  ]);
  const heads = ['contestant', 'dispatches', 'passes', 'submits', 'bytes up', 'submits/s'];
  console.log('\n  asked of WebGPU, counted per step');
  for (const line of aligned([heads, ...cells])) console.log(`  ${line}`);
}

/** @param {readonly (readonly string[])[]} lines */
function aligned(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const isText = (/** @type {number} */ column) => TEXTS.includes(lines[0][column]);
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

/** Whole where every step asks for as many. @param {number} value */
const count = (value) => (Number.isInteger(value) ? String(value) : digits(value));

/** The contestant's process, and what the graphics process grew by. @param {import('./browserTurns.mjs').Memory} memory */
function megabytes({ processMegabytes, graphicsMegabytes }) {
  if (processMegabytes === null) return '—';
  const growth = Math.round(graphicsMegabytes ?? 0);
  return `${Math.round(processMegabytes)}${growth > 0 ? ` + ${growth}` : ''}`;
}
