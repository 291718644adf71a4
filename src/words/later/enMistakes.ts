/** What a model gets wrong: which digits it takes for which, on which images, and how sure it was. */
export const enMistakes = {
  empty:
    'Train a model: here you will see which digits it takes for which, the very images it misreads, and how far its confidence can be trusted. Press Train to begin.',
  images: 'Images',
  sets: { test: 'Test images', heldOut: 'Held-out images' },
  read: {
    test: 'Read the 10,000 test images at this checkpoint',
    heldOut: 'Read the {count} held-out images at this checkpoint',
  },
  notes: {
    finalTest: 'These are the 10,000 test images of the run’s result. It has learned from none of them.',
    earlyTest:
      'The test images are meant for the final result alone. Reading them here changes no weight; but whoever chooses a checkpoint by them gets a result that flatters.',
    heldOut:
      'These images were held out of training. No weight was changed by them, but stopping early and keeping the best epoch go by them.',
  },
  reading: 'Reading {count} images…',
  summary: {
    test: 'At step {step} the model reads {right} of {count} test images right ({accuracy}): {wrong} mistakes.',
    heldOut:
      'At step {step} the model reads {right} of {count} held-out images right ({accuracy}): {wrong} mistakes.',
  },
  matrix: {
    title: 'Which digit is read as which',
    about:
      'Shows how many images of each digit (rows) are read as which digit (columns); right readings lie on the diagonal. It does not show how sure the model was, or why.',
    commonest: 'The commonest mistake: {cell}.',
    cell: '{shown} read as {read}: {images}, {rate}% of the {shown}s',
    cellWithout: '{shown} read as {read}: no image shows a {shown}',
    oneImage: '1 image',
    manyImages: '{count} images',
    show: 'Numbers',
    counts: 'images',
    rates: '% of the row’s digit',
    corner: 'Shown',
    keys: 'Arrow keys go from cell to cell; Enter opens its images.',
  },
  cell: {
    title: '{shown} read as {read}',
    about:
      'Shows the images that were counted in one cell of the matrix. It does not show why they were read so.',
    none: 'No {shown} is read as a {read}.',
    choose: 'There is no mistake to show. Choose a cell to see its images.',
    mistakesFirst: '{images}, the most confident mistakes first.',
    rightFirst: '{images}, the least confident first.',
    previous: 'Previous',
    next: 'Next',
    page: 'Page {page} of {count}',
  },
  confident: {
    title: 'The most confident mistakes',
    about:
      'Shows the images on which the model was wrong and surest of itself. It does not show whether the label is right: a few of MNIST’s are doubtful.',
    none: 'There is no mistake.',
  },
  picture: {
    read: 'read as {read} · {percent}',
    shown: 'true {shown}',
    names: { test: 'Test image {number}', heldOut: 'Training image {number}, held out' },
    numbered: 'Numbered from 0, as in MNIST’s files.',
    image: 'The image: a {shown}',
    sentenceWrong: 'Its label says {shown}; the model reads {read}, {percent} sure.',
    sentenceRight: 'Its label says {shown}, and so does the model, {percent} sure.',
    draw: 'Draw one like this',
    drawMeaning: 'Clears the pad and lays this image faintly under it, to be drawn over.',
    put: 'Put it on the pad',
    putMeaning: 'Puts these very pixels on the pad, to be read, changed and explained.',
  },
  scores: {
    title: 'Digit by digit',
    about:
      'Precision: of the images read as a digit, the share that shows it. Recall: of the images that show it, the share read so. F1 is their harmonic mean. They do not say which digits are mixed up; the matrix does.',
    digit: 'Digit',
    images: 'Images',
    right: 'Right',
    precision: 'Precision (%)',
    recall: 'Recall (%)',
    f1: 'F1 (%)',
    nothing: '–: a division by 0, because nothing is read as this digit or no image shows it.',
  },
  calibration: {
    title: 'Can its confidence be trusted?',
    about:
      'Shows whether guesses that claim 90%, say, are right nine times in ten. It does not show how good the model is: one that is seldom sure and seldom right can be trusted as well.',
    tooSure:
      'Its guesses claim {confidence} on average, and {accuracy} are right: it is {points} percentage points too sure of itself.',
    tooUnsure:
      'Its guesses claim {confidence} on average, and {accuracy} are right: it is {points} percentage points less sure than it could be.',
    expected:
      'Bin by bin the two differ by {points} percentage points on average (expected calibration error).',
    legend:
      'Bars: share that is right. Dashed line: what a calibrated model would reach. Whiskers: where the true share lies with 95% confidence.',
    confidence: 'Confidence of the guess',
    right: 'Right',
    range: '{from}–{to}%',
    columns: {
      bin: 'Confidence',
      images: 'Images',
      mean: 'Mean confidence (%)',
      right: 'Right (%)',
      interval: '95% interval (%)',
    },
  },
} as const;
