/** A byte address in WebAssembly memory; 0 is none. */
type Address = number;

/** The exports of `assembly/`, whose files say what each computes. */
export interface Kernels {
  /** Memory below this address belongs to the kernels. */
  heapBase(): Address;
  multiply8: Multiply;
  multiply12: Multiply;
  multiplyBack8(
    a: Address, aTable: Address, run: number, b: Address, panels: number,
    c: Address, cTable: Address, y: Address, yTable: Address, count: number,
  ): void;
  correlate8(
    a: Address, aTable: Address, kTable: Address, weights: number, fours: number, fives: number,
    d: Address, dTable: Address, count: number, g: Address, panels: number, bias: Address,
  ): void;
  correlate12(
    a: Address, aTable: Address, kTable: Address, weights: number,
    d: Address, dTable: Address, count: number, g: Address,
  ): void;
  gather(
    bytes: Address, indices: Address, count: number, height: number, width: number,
    out: Address, imageStep: number, rowStep: number,
  ): void;
  distort(
    image: Address, out: Address, scratch: Address, height: number, width: number, distortion: Address,
  ): void;
  activate(
    kind: number, x: Address, xTable: Address, y: Address, yTable: Address, count: number, channels: number,
  ): void;
  deactivate(
    kind: number, d: Address, dTable: Address, y: Address, yTable: Address,
    out: Address, outTable: Address, count: number, channels: number,
  ): void;
  addRows(d: Address, dTable: Address, count: number, channels: number, g: Address): void;
  drop(
    x: Address, xTable: Address, y: Address, yTable: Address, count: number, channels: number,
    imageSeed: number, threshold: number, kept: number,
  ): void;
  spread(x: Address, y: Address, count: number, stride: number): void;
  permute(from: Address, table: Address, out: Address, count: number): void;
  maxPool(
    x: Address, starts: Address, offsets: Address, y: Address, yTable: Address, count: number, channels: number,
  ): void;
  maxPoolGradient(
    x: Address, starts: Address, offsets: Address, y: Address, yTable: Address,
    dy: Address, dyTable: Address, count: number, channels: number, dx: Address, dxOffsets: Address,
  ): void;
  listWinners(
    x: Address, starts: Address, offsets: Address, origins: Address, y: Address, yTable: Address,
    d: Address, dTable: Address, count: number, channels: number, lists: Address, listBytes: number, ends: Address,
  ): void;
  correlateWinners(
    a: Address, lists: Address, listBytes: number, ends: Address, channels: number,
    taps: Address, tens: number, nines: number, threes: number, g: Address,
  ): void;
  spreadWinners(
    w: Address, filterBytes: number, lists: Address, listBytes: number, ends: Address, channels: number,
    rows: number, runBytes: number, rowStep: number, da: Address,
  ): void;
  softmax(z: Address, row: number, count: number): void;
  crossEntropy(
    z: Address, row: number, labels: Address, indices: Address, count: number,
    dz: Address, dzRow: number, scale: number, sums: Address,
  ): void;
  transposePanels(w: Address, width: number, inputs: number, units: number, out: Address): void;
  clear(address: Address, bytes: number): void;
  copy(from: Address, to: Address, bytes: number): void;
  addParts(g: Address, parts: number, partStep: number, count: number): void;
  sgd(w: Address, g: Address, parts: number, partStep: number, count: number, rate: number): void;
  momentum(
    w: Address, velocity: Address, g: Address, parts: number, partStep: number, count: number, rate: number, mu: number,
  ): void;
  rmsprop(
    w: Address, meanSquare: Address, g: Address, parts: number, partStep: number, count: number,
    rate: number, rho: number, take: number, epsilon: number,
  ): void;
  adam(
    w: Address, mean: Address, meanSquare: Address, g: Address, parts: number, partStep: number, count: number,
    rate: number, take1: number, take2: number, epsilon: number,
  ): void;
}

type Multiply = (
  a: Address, aTable: Address, rows: number, run: number, rowStep: number,
  b: Address, panels: number, panelBytes: number, bias: Address, biasStep: number,
  c: Address, cTable: Address, count: number, relu: number,
) => void;

/** How `activate` and `deactivate` know an activation; softmax is the loss's business. */
export const activationKinds = { linear: 0, softmax: 0, relu: 1, sigmoid: 2, tanh: 3 } as const;
