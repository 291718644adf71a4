import { formatRange } from './formatRange';

const JOULES_PER_WATT_HOUR = 3_600;
const KILOJOULE = 1_000;

/** An energy in joules: `72–360 J`, `7.2–36 kJ`, or `0.02–0.1 Wh`. One unit for both ends; once where both read the same. */
export function formatEnergy(
  { low, high }: { readonly low: number; readonly high: number },
  unit: 'joules' | 'wattHours',
): string {
  const [size, name] =
    unit === 'wattHours' ? [JOULES_PER_WATT_HOUR, 'Wh'] : high < KILOJOULE ? [1, 'J'] : [KILOJOULE, 'kJ'];
  return `${formatRange(low / size, high / size)} ${name}`;
}
