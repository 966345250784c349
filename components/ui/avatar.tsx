const HUES = ['#3d6b5a', '#a84a22', '#5a4f9c', '#2a59a6', '#8a2f6b', '#6b5a1e', '#24646b', '#7a3b3b']

/** The colour a name has everywhere: on an avatar, a caret, a selection. Dark enough for white letters on it. */
export function hueOf(name: string): string {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return HUES[sum % HUES.length] ?? '#57534a'
}

/** A member as two letters on a colour of their own; the name is told to screen readers by whatever stands beside it. */
export function Avatar({ name, size = 24 }: { name: string; size?: number }) {
  const letters = [...name.trim()].slice(0, 2).join('').toUpperCase()
  return (
    <span
      aria-hidden="true"
      className="inline-grid shrink-0 place-items-center rounded-full font-semibold text-white"
      style={{ width: size, height: size, fontSize: size * 0.42, lineHeight: 1, background: hueOf(name) }}
    >
      {letters}
    </span>
  )
}
