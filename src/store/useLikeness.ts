import { useStore } from 'zustand';
import { useApp } from './hooks';
import type { LikenessState } from './likeness';

/** How like the training images the drawing is. Only inside a component that is shown once the lab is open. */
export function useLikeness<Part>(select: (state: LikenessState) => Part): Part {
  const lab = useApp((state) => state.lab);
  if (!lab) throw new Error('the lab is not open yet');
  return useStore(lab.likeness, select);
}
