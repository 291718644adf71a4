import type { Arena } from './arena';

/** Images in memory: where the first one lies, how far on the next is, and where in it each pixel is. */
export interface Images {
  readonly address: number;
  readonly imageBytes: number;
  /** i32 table of the pixels' byte offsets; the entries that round it up to fours lead to a scratch pixel. */
  readonly table: number;
}

/** Zero pixels around an image. */
export interface Padding {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const noPadding: Padding = { top: 0, bottom: 0, left: 0, right: 0 };

/** What a tensor is made of. */
interface TensorShape {
  /** A vector is an image of one pixel. */
  readonly height: number;
  readonly width: number;
  /** Channels that mean something. */
  readonly channels: number;
  /** Floats from one pixel to the next; what fills up the channels is always zero. */
  readonly stride: number;
  readonly padding: Padding;
  /** Whether the values come straight out of a relu. */
  readonly isRelu?: boolean;
}

/** The values between two layers, for one block of images. */
export interface Tensor extends TensorShape {
  readonly pixels: number;
  readonly rowBytes: number;
  readonly values: Images;
  /** The gradient of the loss with respect to the values, never padded; null where no layer before has weights. */
  readonly gradient: Images | null;
  /** Whether the layer behind has undertaken to apply the relu's slope to the gradient it leaves: cheaper there. */
  isReluTaken: boolean;
}

/** For a layer behind that can apply the slope of a relu before it: whether there is one to apply. */
export function takeRelu(tensor: Tensor): boolean {
  tensor.isReluTaken = tensor.isRelu === true;
  return tensor.isReluTaken;
}

export function allocateTensor(
  arena: Arena,
  block: number,
  shape: TensorShape & { hasGradient: boolean },
): Tensor {
  const { height, width, stride, padding, hasGradient } = shape;
  const rowBytes = 4 * stride * (padding.left + width + padding.right);
  const place = (row: number, column: number) =>
    (padding.top + row) * rowBytes + (padding.left + column) * 4 * stride;
  return {
    ...shape,
    pixels: height * width,
    rowBytes,
    values: allocateImages(arena, block, {
      bytes: (padding.top + height + padding.bottom) * rowBytes,
      stride,
      offsets: pixelOffsets(height, width, place),
    }),
    gradient: hasGradient
      ? allocateImages(arena, block, {
          bytes: 4 * stride * height * width,
          stride,
          offsets: pixelOffsets(height, width, (row, column) => 4 * stride * (row * width + column)),
        })
      : null,
    isReluTaken: false,
  };
}

/** Bytes behind the last image that a vector may reach over its end; zeros, because small integers would be slow to compute with. */
const OVERREACH_BYTES = 16;

/** Zero images of `bytes` each; behind each, where the table needs it, a scratch pixel. */
export function allocateImages(
  arena: Arena,
  block: number,
  image: { bytes: number; stride: number; offsets: readonly number[] },
): Images {
  const missing = (4 - (image.offsets.length % 4)) % 4;
  const imageBytes = image.bytes + (missing > 0 ? 4 * image.stride : 0);
  return {
    address: arena.allocate(block * imageBytes + OVERREACH_BYTES),
    imageBytes,
    table: arena.table([...image.offsets, ...new Array<number>(missing).fill(image.bytes)]),
  };
}

/** One offset for each pixel, row by row. */
export function pixelOffsets(
  height: number,
  width: number,
  offset: (row: number, column: number) => number,
): number[] {
  return Array.from({ length: height * width }, (_, pixel) =>
    offset(Math.floor(pixel / width), pixel % width),
  );
}

/** Fours of windows: the last are repeated. */
export function filledUp(offsets: readonly number[]): number[] {
  const missing = (4 - (offsets.length % 4)) % 4;
  return [...offsets, ...new Array<number>(missing).fill(0)];
}

/** The offsets of the images of a block. */
export function imageOffsets({ imageBytes }: Images, block: number): number[] {
  return Array.from({ length: block }, (_, image) => image * imageBytes);
}
