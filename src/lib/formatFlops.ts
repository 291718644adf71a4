import type { Unit } from './unit';

/** Enough to tell runs apart. */
const digits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

const units: readonly Unit[] = [
  { name: 'PFLOPs', size: 1e15 },
  { name: 'TFLOPs', size: 1e12 },
  { name: 'GFLOPs', size: 1e9 },
  { name: 'MFLOPs', size: 1e6 },
];
const single: Unit = { name: 'FLOPs', size: 1 };

/** The unit in which so many floating-point operations have at most three digits before the point. */
export function flopsUnit(flops: number): Unit {
  return units.find(({ size }) => flops >= size) ?? single;
}

/** 623001600000 floating-point operations are `623 GFLOPs`. */
export function formatFlops(flops: number): string {
  const { name, size } = flopsUnit(flops);
  return `${digits.format(flops / size)} ${name}`;
}
