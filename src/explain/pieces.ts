/** Long work in pieces: it yields wherever something else may come in between, a few milliseconds apart, and returns its result. */
export type Pieces<Result> = Generator<void, Result, void>;

/** All pieces at once. */
export function allAtOnce<Result>(pieces: Pieces<Result>): Result {
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
  }
}
