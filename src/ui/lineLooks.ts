/** How a line is drawn so that it can be told from others: `dash` as SVG writes it, empty for a solid line. */
export interface LineLook {
  readonly stroke: string;
  readonly dash: string;
}

/** Six lines that differ in colour (tokens.css) and in dash, for those who see no colours. */
export const lineLooks: readonly LineLook[] = [
  { stroke: 'var(--run-1)', dash: '' },
  { stroke: 'var(--run-2)', dash: '8 4' },
  { stroke: 'var(--run-3)', dash: '2 3' },
  { stroke: 'var(--run-4)', dash: '9 3 2 3' },
  { stroke: 'var(--run-5)', dash: '16 5' },
  { stroke: 'var(--run-6)', dash: '9 3 2 3 2 3' },
];

/** Measured values, under their moving average. */
export const rawLook = { stroke: 'var(--live)', dash: '', width: 1, opacity: 0.3 } as const;
export const smoothedLook = { stroke: 'var(--live)', dash: '', width: 2, opacity: 1 } as const;
