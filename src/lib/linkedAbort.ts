export interface LinkedAbort {
  readonly controller: AbortController;
  /** Lets go of the outer signal, which may live much longer. */
  unlink(): void;
}

/**
 * A controller that `outer` aborts too, with its reason. `AbortSignal.any` would do the same, but Safari
 * lacks it before 17.4 (2024).
 */
export function linkedAbort(outer?: AbortSignal): LinkedAbort {
  const controller = new AbortController();
  const follow = () => controller.abort(outer?.reason);
  if (outer?.aborted) follow();
  outer?.addEventListener('abort', follow, { once: true });
  return { controller, unlink: () => outer?.removeEventListener('abort', follow) };
}
