import type { Cell } from './confusion';
import type { Guesses } from './readings';

/**
 * The images of a cell, in the order they are worth a look: mistakes the most confident first, right readings the least confident
 * first.
 */
export function imagesOfCell(labels: Uint8Array, guesses: Guesses, { shown, read }: Cell): Uint32Array {
  const images = where(labels, (label, image) => label === shown && guesses.digits[image] === read);
  const ordered = mostConfidentFirst(images, guesses);
  return shown === read ? ordered.reverse() : ordered;
}

/** The mistakes in which the model was surest of itself, at most `limit`. */
export function confidentMistakes(labels: Uint8Array, guesses: Guesses, limit: number): Uint32Array {
  const mistakes = where(labels, (label, image) => guesses.digits[image] !== label);
  return mostConfidentFirst(mistakes, guesses).subarray(0, limit);
}

function where(labels: Uint8Array, isWanted: (label: number, image: number) => boolean): Uint32Array {
  return Uint32Array.from(labels.keys()).filter((image) => isWanted(labels[image], image));
}

function mostConfidentFirst(images: Uint32Array, { confidences }: Guesses): Uint32Array {
  return images.sort((a, b) => confidences[b] - confidences[a]);
}
