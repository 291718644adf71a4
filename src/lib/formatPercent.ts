// English and Chinese write percentages alike.
const percent = new Intl.NumberFormat('en', { style: 'percent' });

/** 0.984 is `98%`. */
export const formatPercent = (share: number): string => percent.format(share);
