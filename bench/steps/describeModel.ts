import type { PresetName } from '../../src/model/presets';
import { LEARNING_RATE } from './contestant';
import { modelOfTurn } from './modelOfTurn';
import { IMAGE_COUNT } from './turn';

/** What a contestant that is no JavaScript needs to train the same: the model, its first weights, how many images, how fast. */
export function describeModel(preset: PresetName) {
  const { plan, weights } = modelOfTurn(preset);
  const bytes = weights.flatMap(({ buffer, byteOffset, byteLength }) => [
    ...new Uint8Array(buffer, byteOffset, byteLength),
  ]);
  return {
    inputShape: plan.spec.inputShape,
    layers: plan.spec.layers,
    /** Floats, base64. */
    weights: btoa(bytes.map((byte) => String.fromCharCode(byte)).join('')),
    imageCount: IMAGE_COUNT,
    learningRate: LEARNING_RATE,
  };
}
