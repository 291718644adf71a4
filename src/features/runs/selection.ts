import { lineLooks } from '../../ui/lineLooks';

/** The keys of the runs that are compared. A run keeps its place, and so its line, when others come and go. */
export type Selection = readonly (string | null)[];

export const nothingSelected: Selection = lineLooks.map(() => null);

/** With one run more; null where every place is taken. */
export function withRun(selection: Selection, key: string): Selection | null {
  const free = selection.indexOf(null);
  return free < 0 ? null : selection.map((selected, place) => (place === free ? key : selected));
}

export function withoutRun(selection: Selection, key: string): Selection {
  return selection.map((selected) => (selected === key ? null : selected));
}
