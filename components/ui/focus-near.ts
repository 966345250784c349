/** Milliseconds for which the page may take to show what came of an action. */
const LONGEST = 10_000

/**
 * Keeps whoever works by keys in their place: where the button that a dialog was opened from goes with what was done in
 * it, the focus goes to what is nearest to where it was, and not to the top of the page.
 */
export function focusNear(opener: HTMLElement): void {
  const around: HTMLElement[] = []
  for (let at = opener.parentElement; at && at !== document.body; at = at.parentElement) around.push(at)
  const look = new MutationObserver(() => {
    if (opener.isConnected) return
    look.disconnect()
    const place = around.find((element) => element.isConnected)
    if (!place || (document.activeElement && document.activeElement !== document.body)) return
    const next = place.querySelector<HTMLElement>('a[href], button:not([disabled]), [tabindex]') ?? place
    if (next === place && !next.hasAttribute('tabindex')) next.tabIndex = -1
    next.focus({ preventScroll: true })
  })
  look.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => look.disconnect(), LONGEST)
}
