import { DIGIT_SIDE } from '../../data/digitSide';

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where to go, or what ink to set. */
interface PixelAction {
  readonly place?: number;
  readonly ink?: number;
}

/** What a key does in the grid of pixels, at a place with some ink; null for a key that means nothing there. */
export function pixelKey(
  { key, ctrlKey, metaKey, altKey }: Key,
  place: number,
  ink: number,
): PixelAction | null {
  if (metaKey || altKey) return null;
  const column = place % DIGIT_SIDE;
  const rowStart = place - column;
  const last = DIGIT_SIDE - 1;
  if (key === 'Home') return { place: ctrlKey ? 0 : rowStart };
  if (key === 'End') return { place: ctrlKey ? DIGIT_SIDE ** 2 - 1 : rowStart + last };
  if (ctrlKey) return null;
  switch (key) {
    case 'ArrowLeft':
      return { place: column > 0 ? place - 1 : place };
    case 'ArrowRight':
      return { place: column < last ? place + 1 : place };
    case 'ArrowUp':
      return { place: rowStart > 0 ? place - DIGIT_SIDE : place };
    case 'ArrowDown':
      return { place: rowStart < DIGIT_SIDE * last ? place + DIGIT_SIDE : place };
    case ' ':
    case 'Enter':
      return { ink: ink > 0 ? 0 : 255 };
  }
  return /^\d$/.test(key) ? { ink: Math.round((255 * Number(key)) / 9) } : null;
}
