import { softmax } from '../engine/reference/crossEntropy';
import type { Contributions } from './contributions';
import { contributions } from './contributions';
import { inputGradient } from './inputGradient';
import type { IntegratedGradients } from './integratedGradients';
import { integratedGradients } from './integratedGradients';
import type { Layers } from './layerMaps';
import { layerMaps } from './layerMaps';
import type { Occlusion } from './occlusion';
import { occlusion } from './occlusion';
import type { Pair, WantedPair } from './pair';
import { choosePair } from './pair';
import type { Pieces } from './pieces';
import type { Reader } from './reader';
import type { Change } from './smallestChange';
import { smallestChange } from './smallestChange';

/** The ways to explain a reading. */
export type ExplanationKind = 'contributions' | 'gradient' | 'integrated' | 'occlusion' | 'change' | 'layers';

export interface Question extends WantedPair {
  readonly kind: ExplanationKind;
  /** 784 bytes, row by row, 0 = paper. */
  readonly digit: Uint8Array;
}

/** By kind; maps of pixels are 28 × 28. */
export type ExplanationBody =
  | ({ readonly kind: 'contributions' } & Contributions)
  | { readonly kind: 'gradient'; readonly values: Float64Array }
  | ({ readonly kind: 'integrated' } & IntegratedGradients)
  | ({ readonly kind: 'occlusion' } & Occlusion)
  /** What makes it the rival. */
  | ({ readonly kind: 'change' } & Change)
  | ({ readonly kind: 'layers' } & Layers);

export interface Explanation {
  /** The digit that was asked about. */
  readonly digit: Uint8Array;
  readonly logits: Float64Array;
  readonly probabilities: Float64Array;
  /** Those the question was about, after all. */
  readonly pair: Pair;
  readonly body: ExplanationBody;
}

/** The side of the square of paper that is slid over the digit (pixels). */
export const PATCH_SIDE = 5;

/** Why a model reads a digit as it does. @throws Error where contributions are asked of a model that has none (`exactFor`) */
export function* explain(reader: Reader, { kind, digit, ...wanted }: Question): Pieces<Explanation> {
  const pixels = Float64Array.from(digit, (byte) => byte / 255);
  const logits = reader.logits(pixels);
  const pair = choosePair(logits, wanted);
  const body = yield* bodyOf(reader, kind, pixels, pair);
  return { digit, logits, probabilities: softmax(logits), pair, body };
}

function* bodyOf(
  reader: Reader,
  kind: ExplanationKind,
  pixels: Float64Array,
  pair: Pair,
): Pieces<ExplanationBody> {
  switch (kind) {
    case 'contributions':
      return { kind, ...contributions(reader, pixels, pair) };
    case 'gradient':
      return { kind, values: inputGradient(reader, pixels, pair) };
    case 'integrated':
      return { kind, ...(yield* integratedGradients(reader, pixels, pair)) };
    case 'occlusion':
      return { kind, ...(yield* occlusion(reader, pixels, pair, PATCH_SIDE)) };
    case 'change':
      return { kind, ...(yield* smallestChange(reader, pixels, pair.rival)) };
    case 'layers':
      return { kind, ...layerMaps(reader, pixels) };
  }
}
