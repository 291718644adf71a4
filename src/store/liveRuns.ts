/** Locks of one origin are shared by its tabs, and let go when a tab is closed or crashes. */
const PREFIX = 'gradpad run ';

/** Says to other tabs that a run is under way in this one, until the returned function is called. */
export function holdRun(key: string): () => void {
  let letGo: () => void = () => undefined;
  const isOver = new Promise<void>((resolve) => (letGo = resolve));
  // Without a secure context there are no locks; a second tab may then offer to continue a run of the first.
  void navigator.locks?.request(PREFIX + key, () => isOver);
  return letGo;
}

/** Whether a run is under way in another tab. */
export async function isHeld(key: string): Promise<boolean> {
  const locks = await navigator.locks?.query();
  return locks?.held?.some(({ name }) => name === PREFIX + key) ?? false;
}
