/** Puts the focus on the heading of a part of the page, when the control that had it is about to be gone. */
export function focusPart(id: string) {
  document.querySelector<HTMLElement>(`#${id} h2`)?.focus({ preventScroll: true })
}
