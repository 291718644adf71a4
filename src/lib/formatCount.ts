// English and Chinese group digits alike.
const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** 60000 is `60,000`. */
export const formatCount = (count: number): string => grouped.format(count);

/** 822912 is `823K`. */
export const formatCompact = (count: number): string => compact.format(count);
