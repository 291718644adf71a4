/** Which of MNIST's steps are taken on the way from a drawing to what the network is given. */
export interface Framing {
  /** The ink's box is cut out; otherwise the whole pad is taken, and its ink shrinks with it. */
  readonly crops: boolean;
  /** It is scaled to 20×20 pixels; otherwise to all of 28×28. */
  readonly fits: boolean;
  /** The centre of mass is moved to the middle; otherwise the middle of the box. */
  readonly centres: boolean;
  /** Pixels that are partly inked are grey; otherwise each is all ink or none. */
  readonly greys: boolean;
}

/** As MNIST's own digits were framed. */
export const mnistFraming: Framing = { crops: true, fits: true, centres: true, greys: true };

export function isMnistFraming({ crops, fits, centres, greys }: Framing): boolean {
  return crops && fits && centres && greys;
}
