/** One image that is trained on: what its dropout masks follow from. */
export interface TrainingImage {
  readonly seed: number;
  /** Its place in the batch. */
  readonly place: number;
}

/**
 * One step of the network's computation, on one image: y = f(x), and how the slope of the loss L comes back through it.
 * Values lie as in Keras: row by row, pixel by pixel, all channels of a pixel together.
 */
export interface Operation {
  /** y. Without an image that is trained on, nothing is dropped. */
  forward(x: Float64Array, image: TrainingImage | null): Float64Array;
  /** ∂L/∂x from ∂L/∂y, by the chain rule. Adds ∂L/∂w to the gradient of each of its weights w. */
  backward(dy: Float64Array, x: Float64Array, y: Float64Array, image: TrainingImage): Float64Array;
}

/** One weight tensor in Keras' layout, and the sum of its gradients so far. */
export interface Weight {
  readonly values: Float32Array | Float64Array;
  readonly gradient: Float64Array;
}
