import type { ExplanationBody, ExplanationKind } from '../../explain/explain';
import type { Pair } from '../../explain/pair';

/** What a view of one kind is given. */
export interface ViewProps<Kind extends ExplanationKind> {
  body: Extract<ExplanationBody, { kind: Kind }>;
  /** The digit that was asked about: 784 bytes. */
  digit: Uint8Array;
  pair: Pair;
}
