/** Brings the drawing pad, which belongs to another part of the page, into view and gives it the focus. @param name that it is known by */
export function goToPad(name: string): void {
  document.querySelector<HTMLElement>(`[role="application"][aria-label="${CSS.escape(name)}"]`)?.focus();
}
