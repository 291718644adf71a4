/** What charts say beyond the page's first words: on axes whose unit depends on the run, and of images held out. */
export const enCurves = {
  flops: 'training operations ({unit})',
  energy: 'energy ({unit}, estimate)',
  energyAt: 'energy ({unit}), estimated at {middle} W ({watts})',
  heldOut: 'held out',
  heldOutOnce: 'Held-out images (points): {last}.',
  heldOutSince: 'Held-out images (points): from {first} to {last}.',
  heldOutAt: 'held out {value}, after step {step}',
  turns: {
    rate: 'Learning rate {rate} from step {step} on.',
    diverged: 'Diverged at step {step}; back at step {back}.',
  },
} as const;
