/** The lab below the fold: its tabs, the timeline, and what is offered when a run was cut short or went wrong. */
export const enLab = {
  lab: {
    label: 'Lab',
    tabs: { timeline: 'Timeline', runs: 'Runs', optimizer: 'Optimizer', pipeline: 'Your digit' },
    downloadCheckpoint: 'Download this run’s checkpoint',
    notices: '{tab} · {count} to note',
    openCheckpoint: 'Continue from a checkpoint file…',
  },
  unfinished: {
    label: 'A run to continue',
    sentence:
      '“{name}” of {time} stopped at step {step} of {steps}. It can go on exactly where it was saved.',
    continue: 'Continue',
    dismiss: 'Not now',
  },
  setback: {
    title: 'Training diverged',
    back: 'The run is back at step {step}, where all was well. Nothing before it is lost.',
    smallerRate: 'Go on with learning rate {rate}',
  },
  timeline: {
    empty:
      'While a run trains, checkpoints are kept along it. Here you will go back to any of them: see your digit read, the test result and the filters as they were then, and go on from there. Press Train to begin.',
    none: 'No checkpoint of this run is kept any more; its curves are under Runs.',
    run: 'Run',
    checkpoint: 'Checkpoint',
    lookBack: 'Move the slider to see what the model was like at a checkpoint.',
    place: 'step {step} · epoch {epoch} · {number} of {count}',
    reading: 'Your digit, read then',
    nothingDrawn: 'Draw a digit to see what the model made of it at this step.',
    reads: 'It read {digit}, about {percent}.',
    test: 'Test images, then',
    scoring: 'Testing on 10,000 images…',
    score: '{accuracy} right: {errors} errors in {count} images, test loss {loss} nats.',
    loss: 'Training loss of the step before: {loss} nats.',
    filters: 'First layer’s weights, then',
    filtersShown: 'Weights of {count} outputs as pictures',
    filtersMeaning: 'Blue adds to an output where there is ink, orange takes away; white is zero.',
    continue: 'Continue from here',
    download: 'Download checkpoint ({size} MB)',
  },
  settings: {
    schedulePreview: 'Learning rate along the run',
    previewOf: 'From {first} to {last}, at most {highest}.',
    rateChanges: 'Planned changes: {changes}',
    rateChange: '{rate} from step {step} on',
    removeChanges: 'Remove them',
  },
  rateTest: {
    title: 'Find a learning rate',
    explanation:
      'Trains 100 steps on a throw-away copy of the model while the rate grows from 0.000001 to 10. The loss falls where the rate is right and rises where it is too large.',
    start: 'Run the range test',
    running: 'Trying rates… At most ten seconds.',
    busy: 'The test needs the engine to itself: before a run, or after Reset.',
    chart: 'Loss along the learning rate',
    rate: 'learning rate',
    suggestion: 'A third of the rate at which the loss falls fastest, {rate}, is a good one to begin with.',
    nothing: 'The loss never fell. Try another optimizer or model.',
    use: 'Use {rate}',
    lossAt: 'rate {rate}: loss {loss} nats',
  },
  about: {
    privacy: 'Nothing leaves this device: drawings, weights, runs and results stay here.',
    data: 'Digits: MNIST by LeCun, Cortes and Burges, commonly cited as CC BY-SA 3.0.',
    program: 'The article’s run as a Python program',
  },
} as const;
