import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { FollowedActions, FollowedState } from './followed';
import type { HandActions, HandState } from './hand';
import type { Lab } from './lab';
import type { LabActions, LabState } from './labState';
import type { LikenessState } from './likeness';
import type { AppActions, AppState, AppStore } from './store';

/** The one store of a page; App provides it. */
export const StoreContext = createContext<AppStore | null>(null);

/** The store itself, for hooks that read it now and then without rendering again. */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('StoreContext has no store: render inside <App/>');
  return store;
}

/** Part of what the page knows; the component renders again when that part changes. */
export function useApp<Part>(select: (state: AppState) => Part): Part {
  return useStore(useAppStore(), select);
}

/** What the page can do. The same functions for ever. */
export function useActions(): AppActions {
  return useAppStore().getState();
}

/** Part of what is kept of runs. Only inside a component that is shown once the lab is open. */
export function useLab<Part>(select: (state: LabState & LabActions) => Part): Part {
  return useStore(useOpenLab().store, select);
}

/** Part of what is kept of the visitor's hand. Only inside a component that is shown once the lab is open. */
export function useHand<Part>(select: (state: HandState & HandActions) => Part): Part {
  return useStore(useOpenLab().hand, select);
}

/** Part of what is read again and again. Only inside a component that is shown once the lab is open. */
export function useFollowed<Part>(select: (state: FollowedState & FollowedActions) => Part): Part {
  return useStore(useOpenLab().followed, select);
}

/** Part of how like the training images the drawing is. Only inside a component that is shown once the lab is open. */
export function useLikeness<Part>(select: (state: LikenessState) => Part): Part {
  return useStore(useOpenLab().likeness, select);
}

function useOpenLab(): Lab {
  const lab = useApp((state) => state.lab);
  if (!lab) throw new Error('the lab is not open yet');
  return lab;
}
