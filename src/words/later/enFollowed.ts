/** Drawings that are read again and again while a network trains. */
export const enFollowed = {
  unit: 'probability',
  label: 'Drawings that are followed',
  onPad: 'on the pad',
  pinned: 'pinned drawing {number}',
  pin: 'Pin it',
  full: '{count} are pinned, as many as fit',
  unpin: 'Unpin drawing {number}',
  readOnce: 'Read as a {digit}, {last}, after step {step}. More readings follow while it trains.',
  readSince: 'A {digit} since step {since}: {last} now, {first} at step {firstStep}.',
  readAlways: 'A {digit} from the first: {first} at step {firstStep}, {last} now.',
} as const;
