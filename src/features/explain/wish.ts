import type { ExplanationKind } from '../../explain/explain';
import type { WantedPair } from '../../explain/pair';

/** What the visitor wants explained, and how. */
export interface Wish extends WantedPair {
  readonly kind: ExplanationKind;
}

export const wishAtFirst: Wish = { kind: 'contributions', target: null, rival: null };
