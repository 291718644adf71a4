/** The visitor's own digits, and learning them. */
export const enHand = {
  label: 'Your digits',
  question: 'Was I right? Press what you drew.',
  answer: 'I drew a {digit}',
  right: 'Right: a {digit}. Kept among your digits.',
  wrong: 'Corrected: a {digit}. Kept among your digits.',
  oneKept: '1 of your digits is kept, on this device only.',
  kept: '{count} of your digits are kept, on this device only.',
  undo: 'Undo last answer',
  forgetAll: 'Forget all',
  notStored: 'This browser stores nothing: they last until the page is closed.',
  noScore: 'A test set of your own: train, and its score stands here.',
  score: 'Your own test set: {correct} of {count} read right ({percent}).',
  scoreLearned: 'Learned, and so no test any more: {correct} of {count} read right ({percent}).',
  learn: 'Learn my hand',
  learning: 'Learning your hand…',
  unlearn: 'Undo learning',
  mustBeDone: 'When a run is done, its model can learn your hand.',
  about:
    'Learning takes some seconds: your digits are mixed with images that the model knows already. A few of each digit are best.',
  outcome:
    'Learned in {seconds} s. Your digits: {ownBefore} right before, {ownAfter} now, of {ownCount}. MNIST test: {testBefore} before, {testAfter} now. Your digits were trained with, so draw new ones to see what it has learned.',
} as const;
