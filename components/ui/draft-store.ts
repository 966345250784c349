// What someone is typing, kept in the tab under their name: a reload or a lost session loses none of it, and whoever
// signs in next at this machine does not find it.

const PREFIX = 'attest.draft.'
/** Heard by the other tabs of this browser. */
const SIGNED_OUT = 'attest.signed-out'

/** Who is signed in, as the page's top bar says; it is on every page where something can be typed. */
function person(): string {
  return document.querySelector<HTMLElement>('[data-member]')?.dataset.member ?? 'no one'
}

const placeOf = (key: string) => `${PREFIX}${person()}.${key}`

/** What was kept of a draft; an empty object where nothing was. */
export function readDraft(key: string): object {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(key)) ?? '{}') as object
  } catch {
    return {}
  }
}

/** @param value null: nothing is kept any more */
export function writeDraft(key: string, value: object | null): void {
  try {
    if (value) sessionStorage.setItem(placeOf(key), JSON.stringify(value))
    else sessionStorage.removeItem(placeOf(key))
  } catch {
    // Storage that is full or forbidden keeps nothing; the form itself still holds the text.
  }
}

/** Takes every draft away, in this tab and in the others of this browser. */
export function clearDrafts(): void {
  clearHere()
  try {
    localStorage.setItem(SIGNED_OUT, String(Date.now()))
    localStorage.removeItem(SIGNED_OUT)
  } catch {
    // Then the other tabs keep theirs, under that person's name.
  }
}

/** Heard by the drafts of this page. */
const KEEP = 'attest.keep-drafts'

/**
 * Has every form of this page keep what was typed in it: asked by whoever signs in again from it. A sign-out in another tab
 * has taken the drafts away, and they are still at it.
 */
export function keepDrafts(): void {
  window.dispatchEvent(new Event(KEEP))
}

/** @returns stops listening */
export function onKeepDrafts(keep: () => void): () => void {
  window.addEventListener(KEEP, keep)
  return () => window.removeEventListener(KEEP, keep)
}

/** Does in this tab what a sign-out in another asks for. @returns stops listening */
export function clearWithOthers(): () => void {
  const listen = ({ key, newValue }: StorageEvent) => {
    if (key === SIGNED_OUT && newValue !== null) clearHere()
  }
  window.addEventListener('storage', listen)
  return () => window.removeEventListener('storage', listen)
}

function clearHere(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
