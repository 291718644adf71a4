export { multiply8, multiply12, multiplyBack8 } from './multiply';
export { correlate8, correlate12 } from './correlate';
export { gather, activate, deactivate, addRows, drop, spread, permute, transposePanels, clear, copy } from './elements';
export { maxPool, maxPoolGradient } from './pool';
export { listWinners, correlateWinners, spreadWinners } from './winners';
export { softmax, crossEntropy } from './loss';
export { addParts, sgd, momentum, rmsprop, adam } from './optimizers';

/** Below it lie the tables of the mathematical functions. */
export function heapBase(): usize {
  return __heap_base;
}
export { distort } from './distort';
