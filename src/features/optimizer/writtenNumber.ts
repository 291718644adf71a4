/** A number as it is written: `1.23 × 10⁻⁴` without its sign; plain ones have no exponent. */
export interface WrittenNumber {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly exponent: number | null;
}

/** Numbers below it, and those from LARGE_NUMBER on, are written with a power of ten. */
const SMALL_NUMBER = 0.01;
const LARGE_NUMBER = 1000;
const SMALL_CONSTANT = 1e-4;
const LARGE_WEIGHT = 10;
const SIGNIFICANT_DIGITS = 3;
/** Good updates change a weight by about 0.0001: that is to be seen. */
const WEIGHT_DECIMALS = 6;

/** What changes from step to step, always three digits: `0.0123`, `4.56 × 10⁻⁵`. */
export function writeNumber(value: number): WrittenNumber {
  const size = roundedSize(value);
  const isPlain = size === 0 || (size >= SMALL_NUMBER && size < LARGE_NUMBER);
  if (!isPlain) return writePower(value, size, size.toExponential(SIGNIFICANT_DIGITS - 1));
  return {
    isNegative: value < 0,
    digits: size === 0 ? '0' : size.toPrecision(SIGNIFICANT_DIGITS),
    exponent: null,
  };
}

/** What is set and stays: `0.001`, `0.9`, `10⁻⁷`. */
export function writeConstant(value: number): WrittenNumber {
  const size = roundedSize(value);
  if (size === 0 || size >= SMALL_CONSTANT)
    return { isNegative: value < 0, digits: String(size), exponent: null };
  return writePower(value, size, size.toExponential());
}

/** Weights, with as many decimals as show that they have changed. */
export function writeWeight(value: number): WrittenNumber {
  const size = Math.abs(value);
  if (!(size < LARGE_WEIGHT)) return writeNumber(value);
  return { isNegative: value < 0, digits: size.toFixed(WEIGHT_DECIMALS), exponent: null };
}

const roundedSize = (value: number) => Number(Math.abs(value).toPrecision(SIGNIFICANT_DIGITS));

/** @param text as `toExponential` writes it */
function writePower(value: number, size: number, text: string): WrittenNumber {
  const isNegative = value < 0;
  if (!Number.isFinite(size)) return { isNegative, digits: Number.isNaN(size) ? '?' : '∞', exponent: null };
  const [digits, exponent] = text.split('e');
  return { isNegative, digits, exponent: Number(exponent) };
}

/** The same in a line of text: `−4.56×10⁻⁵`. */
function writtenText({ isNegative, digits, exponent }: WrittenNumber): string {
  const power = exponent === null ? '' : `10${superscript(exponent)}`;
  const factor = power !== '' && digits === '1' ? '' : power === '' ? digits : `${digits}×`;
  return `${isNegative ? '−' : ''}${factor}${power}`;
}

export const numberText = (value: number): string => writtenText(writeNumber(value));
export const constantText = (value: number): string => writtenText(writeConstant(value));
export const weightText = (value: number): string => writtenText(writeWeight(value));

const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

const superscript = (exponent: number) => Array.from(String(exponent), (sign) => superscripts[sign]).join('');
