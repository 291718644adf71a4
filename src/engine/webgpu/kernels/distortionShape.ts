import type { Augmentation } from '../../../model/spec';

/** Images of height × width bytes, and how far they are distorted. */
export interface DistortionShape {
  readonly quads: number;
  readonly height: number;
  readonly width: number;
  readonly augmentation: Augmentation;
}
