import { Suspense, lazy } from 'react';
import { useApp } from '../../store/hooks';

const LinkNotes = lazy(async () => ({ default: (await import('./LinkNotes')).LinkNotes }));

/** Notes about the link, for the few whose link has a fault. */
export function LazyLinkNotes() {
  const hasNotes = useApp((state) => state.linkNotes.length > 0);
  return <Suspense fallback={null}>{hasNotes && <LinkNotes />}</Suspense>;
}
