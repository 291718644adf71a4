import { CLASS_COUNT, DIGIT_SHAPE } from '../model/spec';

const PIXELS = DIGIT_SHAPE[0] * DIGIT_SHAPE[1];
const KEY = 'gradpad.hand';
/** About a kilobyte each: browsers give a site some five megabytes. The oldest go first. */
const MOST_DIGITS = 1_000;

/** A digit that the visitor drew, and which one it is. */
export interface HandDigit {
  /** 784 bytes, row by row, 0 = paper: what the network was given. */
  readonly pixels: Uint8Array;
  readonly label: number;
}

/** The visitor's digits on this device, the oldest first. */
export function recallHandDigits(): readonly HandDigit[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.flatMap(readDigit) : [];
  } catch {
    // Forbidden, or not written by us: as if there were nothing.
    return [];
  }
}

/** @returns whether they could be kept beyond this page */
export function rememberHandDigits(digits: readonly HandDigit[]): boolean {
  try {
    const stored = digits
      .slice(-MOST_DIGITS)
      .map(({ pixels, label }) => [label, btoa(String.fromCharCode(...pixels))]);
    localStorage.setItem(KEY, JSON.stringify(stored));
    return true;
  } catch {
    return false;
  }
}

function readDigit(entry: unknown): HandDigit[] {
  if (!Array.isArray(entry)) return [];
  const [label, text] = entry as unknown[];
  const isDigit = Number.isInteger(label) && (label as number) >= 0 && (label as number) < CLASS_COUNT;
  if (!isDigit || typeof text !== 'string') return [];
  const pixels = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return pixels.length === PIXELS ? [{ pixels, label: label as number }] : [];
}
