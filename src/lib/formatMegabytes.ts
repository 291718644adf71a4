const MEGABYTE = 1_000_000;

/** 1234567 bytes are `1.2`, without the unit. */
export const formatMegabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);
