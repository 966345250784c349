'use client'

export type Theme = 'light' | 'dark' | 'system'

/** Sets the look of the page and remembers it for the next one, without a moment in the wrong colours. */
export function setTheme(theme: Theme) {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  const age = theme === 'system' ? 0 : 365 * 24 * 3600
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`
}
