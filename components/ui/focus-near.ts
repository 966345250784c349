/** Milliseconds for which the page may take to show what came of an action. */
const LONGEST = 10_000

/** What had the focus as something opened: what it is called, and what it lies in, from the inside out. */
export type Opener = { element: HTMLElement; words: string; around: HTMLElement[] }

/** What has the focus now; null where nothing has. */
export function openerNow(): Opener | null {
  const element = typeof document === 'undefined' ? null : document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  return { element, words: element.textContent ?? '', around: aroundOf(element) }
}

/** As if what lies around this had been left for it. */
export function openerAround(element: HTMLElement): Opener {
  return { element, words: '', around: aroundOf(element) }
}

/** Gives the focus back, if nothing else took it: to what had it, to what is called the same there, or to what is near. */
export function focusBack({ element, words, around }: Opener): void {
  if (hasFocus()) return
  if (element.isConnected && !(element instanceof HTMLButtonElement && element.disabled)) {
    element.focus({ preventScroll: true })
    return
  }
  const place = around.find(({ isConnected }) => isConnected)
  const same = [...(place?.querySelectorAll<HTMLElement>('button:not([disabled]), a[href]') ?? [])]
  const next = words === '' ? undefined : same.find(({ textContent }) => textContent === words)
  if (next) next.focus({ preventScroll: true })
  else if (place) focusIn(place)
}

/**
 * Keeps whoever works by keys in their place: where the button that a dialog was opened from goes with what was done in
 * it, the focus goes to what is nearest to where it was, and not to the top of the page.
 */
export function focusNear(opener: HTMLElement): void {
  const around = aroundOf(opener)
  const look = new MutationObserver(() => {
    if (opener.isConnected) return
    look.disconnect()
    const place = around.find((element) => element.isConnected)
    if (place && !hasFocus()) focusIn(place)
  })
  look.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => look.disconnect(), LONGEST)
}

function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body
}

function aroundOf(element: HTMLElement): HTMLElement[] {
  const around: HTMLElement[] = []
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) around.push(at)
  return around
}

function focusIn(place: HTMLElement): void {
  const next = place.querySelector<HTMLElement>('a[href], button:not([disabled]), [tabindex]') ?? place
  if (next === place && !next.hasAttribute('tabindex')) next.tabIndex = -1
  next.focus({ preventScroll: true })
}
