/** A model as plain data: what is built, drawn, shared, stored and exported. */
export interface ModelSpec {
  readonly name: string;
  /** Height, width and channels of one input image. */
  readonly inputShape: readonly [height: number, width: number, channels: number];
  readonly layers: readonly LayerSpec[];
  /** How images are distorted while training, and only then; left out where they are taken as they are. Of one channel only. */
  readonly augmentation?: Augmentation;
  /** While training, one image in so many, an even number, gives its place to a drawing of the same digit; left out where none does. */
  readonly drawingSpacing?: number;
}

/**
 * How far training images are distorted at most, each anew every time it is taken. Every number is the bound of a uniform draw
 * from −bound to bound.
 */
export interface Augmentation {
  /** Radians, below 0.5. */
  readonly rotation: number;
  /** Growth of both sides, in parts of them, below 0.5. */
  readonly zoom: number;
  /** Growth of the width and shrinking of the height, below 0.5. */
  readonly stretch: number;
  /** How far a row slides sideways for each row it is away from the middle (pixels), below 0.5. */
  readonly shear: number;
  /** In either direction (pixels), below 16. */
  readonly shift: number;
  /** How far each crossing of a net, eight pixels wide, is pulled in either direction (pixels), below 16: elastic distortion. */
  readonly waves: number;
  /** Of strokes: at 1 each pixel becomes as dark as the darkest of it and its four neighbours, at −1 as the lightest; up to 1. */
  readonly thickness: number;
}

/** Rows and columns. */
export type Size2d = readonly [height: number, width: number];

/** `same` pads with zeros so that the output is ⌈input / stride⌉; `valid` does not pad. */
export type Padding = 'valid' | 'same';

/** `softmax` belongs on the last layer only. */
export type Activation = 'linear' | 'relu' | 'sigmoid' | 'tanh' | 'softmax';

export interface Conv2dSpec {
  readonly type: 'conv2d';
  readonly filters: number;
  readonly kernel: Size2d;
  readonly strides: Size2d;
  readonly padding: Padding;
  readonly activation: Activation;
  readonly useBias: boolean;
}

export interface MaxPooling2dSpec {
  readonly type: 'maxPooling2d';
  readonly pool: Size2d;
  readonly strides: Size2d;
  readonly padding: Padding;
}

export interface DenseSpec {
  readonly type: 'dense';
  readonly units: number;
  readonly activation: Activation;
  readonly useBias: boolean;
}

export type LayerSpec =
  | Conv2dSpec
  | MaxPooling2dSpec
  | DenseSpec
  | { readonly type: 'flatten' }
  | { readonly type: 'activation'; readonly activation: Activation }
  /** While training, each value is zeroed with probability `rate` and the rest scaled by 1 / (1 − rate). */
  | { readonly type: 'dropout'; readonly rate: number };

/** The digits 0 … 9. */
export const CLASS_COUNT = 10;

/** MNIST: 28 rows of 28 grey pixels. */
export const DIGIT_SHAPE = [28, 28, 1] as const;
