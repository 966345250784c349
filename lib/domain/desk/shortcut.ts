/** What a key event says of the key: `key` is what it types, `code` its place on the keyboard (UI Events). */
export type PressedKey = { key: string; code: string; shiftKey: boolean }

/** What the key right of the full stop types in Cyrillic layouts; a Latin one never types these there. */
const CYRILLIC_SLASH = new Set(['.', ','])

/**
 * The name by which a shortcut knows a pressed key, on any layout: what it types where that is ASCII (so `j` is where a
 * Dvorak typist expects it), else what its place types on a US keyboard (`о` of a Belarusian layout is `j`).
 */
export function shortcutOf({ key, code, shiftKey }: PressedKey): string {
  if (code === 'Slash' && CYRILLIC_SLASH.has(key)) return shiftKey ? '?' : '/'
  const isForeign = key.length === 1 && key > '\u007f'
  const letter = isForeign ? /^Key([A-Z])$/.exec(code)?.[1] : undefined
  if (letter === undefined) return key
  return shiftKey ? letter : letter.toLowerCase()
}
