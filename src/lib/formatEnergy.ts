import { formatRange } from './formatRange';
import type { Unit } from './unit';

const joule: Unit = { name: 'J', size: 1 };
const kilojoule: Unit = { name: 'kJ', size: 1_000 };
const wattHour: Unit = { name: 'Wh', size: 3_600 };

/** Below it, in watt-hours, numbers begin with zeros (J). */
const FEW_JOULES = 0.1 * wattHour.size;

/** J or Wh: that in which so many joules are read more easily. */
export function energyUnit(joules: number): Unit {
  return joules >= FEW_JOULES ? wattHour : joule;
}

/**
 * An energy in joules: `72–360 J`, `7.2–36 kJ`, or `0.02–0.1 Wh`. One unit for both ends, the easier one where none is asked for;
 * once where both read the same.
 */
export function formatEnergy(
  { low, high }: { readonly low: number; readonly high: number },
  unit?: 'joules' | 'wattHours',
): string {
  const { name, size } = unit === undefined ? energyUnit(high) : unitOf(unit, high);
  return `${formatRange(low / size, high / size)} ${name}`;
}

function unitOf(unit: 'joules' | 'wattHours', joules: number): Unit {
  if (unit === 'wattHours') return wattHour;
  return joules < kilojoule.size ? joule : kilojoule;
}
