import type { Activation, LayerSpec, ModelSpec, Size2d } from './spec';
import { CLASS_COUNT, DIGIT_SHAPE } from './spec';

export const presetNames = ['article', 'lenet', 'fast99', 'robust', 'softmax'] as const;
export type PresetName = (typeof presetNames)[number];

const square = (side: number): Size2d => [side, side];

const convolution = (filters: number, side: number): LayerSpec => ({
  type: 'conv2d',
  filters,
  kernel: square(side),
  strides: square(1),
  padding: 'valid',
  activation: 'relu',
  useBias: true,
});

const pooling = (side: number): LayerSpec => ({
  type: 'maxPooling2d',
  pool: square(side),
  strides: square(side),
  padding: 'valid',
});

const dense = (units: number, activation: Activation): LayerSpec => ({
  type: 'dense',
  units,
  activation,
  useBias: true,
});

const flatten: LayerSpec = { type: 'flatten' };

/** After LeCun et al., "Gradient-based learning applied to document recognition" (1998), with relu and max pooling. */
const lenet = [
  convolution(24, 5),
  pooling(2),
  convolution(32, 3),
  pooling(2),
  flatten,
  dense(256, 'relu'),
  dense(CLASS_COUNT, 'softmax'),
];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

const preset = (name: PresetName, ...layers: LayerSpec[]): ModelSpec => ({
  name,
  inputShape: DIGIT_SHAPE,
  layers,
});

export const presets: Readonly<Record<PresetName, ModelSpec>> = {
  /** The article's example, layer for layer. */
  article: preset('article', convolution(32, 3), flatten, dense(CLASS_COUNT, 'softmax')),
  lenet: preset('lenet', ...lenet),
  /** A recipe: lenet with settings of its own (training/config.ts). */
  fast99: preset('fast99', ...lenet),
  /**
   * A recipe for reading what people draw: lenet that sees every image distorted, each time in another way, and among them drawings
   * in ways of writing that MNIST has few of (data/drawings).
   */
  robust: {
    ...preset('robust', ...lenet),
    drawingSpacing: 6,
    augmentation: {
      rotation: radians(10),
      zoom: 0.1,
      stretch: 0.16,
      shear: 0.15,
      shift: 1.5,
      waves: 1.7,
      thickness: 0.6,
    },
  },
  /** Multinomial logistic regression: one weight for each pixel and digit. */
  softmax: preset('softmax', flatten, dense(CLASS_COUNT, 'softmax')),
};
