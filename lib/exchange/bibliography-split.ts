/** One entry of a bibliography file, by itself; `name` is for a person. `alone` is it without what it refers to. */
export type SplitEntry = { name: string; text: string }

/** How much of `@string` definitions is put before each entry, in UTF-16 units; what is beyond stays undefined. */
const STRINGS_LIMIT = 20_000

/** The longest entry that is put before those that refer to it: it is read again with each of them. */
const PARENT_LIMIT = 20_000

/**
 * Cuts a BibTeX file into entries, each with the `@string` definitions and the entry it refers to (`crossref`) before
 * it. An entry begins where a line begins with "@type{", so that one with a brace too few spoils only itself.
 */
export function bibtexEntries(text: string): (SplitEntry & { alone: string })[] {
  const chunks = text
    .split(/^(?=[^\S\n]*@\s{0,5}[a-z]{1,40}\s{0,5}[{(])/imu)
    .filter((chunk) => /^\s*@\s{0,5}(?!comment|preamble)[a-z]/iu.test(chunk))
  const isString = (chunk: string) => /^\s*@\s{0,5}string/iu.test(chunk)
  const strings = chunks.filter(isString).join('\n').slice(0, STRINGS_LIMIT)
  const entries = chunks.filter((chunk) => !isString(chunk))
  const byKey = new Map(entries.map((chunk) => [keyOf(chunk), chunk]))
  return entries.map((chunk, at) => {
    const key = keyOf(chunk)
    const parent = /\bcrossref\s*=\s*[{"]\s*([^}"\s]{1,200})\s*[}"]/iu.exec(chunk)?.[1]
    const named = parent === undefined || parent === key ? undefined : byKey.get(parent)
    const above = named !== undefined && named.length <= PARENT_LIMIT ? named : undefined
    const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('\n')
    const name = key === '' ? `Entry ${at + 1}` : `“${key}”`
    const [own, parentText] = [withWholeNames(chunk), above && withWholeNames(above)]
    return { name, text: joined(strings, parentText, own), alone: joined(strings, own) }
  })
}

/** "and" in the name of a body is no border between two, though BibLaTeX reads it so: braces hold the name together. */
function withWholeNames(chunk: string): string {
  return chunk.replace(
    /\b(institution|organization|school|publisher)(\s{0,9}=\s{0,9})(?:\{([^{}]{1,500})\}|"([^"{}]{1,500})")/giu,
    (whole, field: string, equals: string, braced?: string, quoted?: string) => {
      const value = braced ?? quoted ?? ''
      return /\sand\s/iu.test(value) ? `${field}${equals}{{${value}}}` : whole
    },
  )
}

function keyOf(chunk: string): string {
  return /^\s*@\s*[a-z]+\s*[{(]\s*([^,\s{}"]{1,200})\s*,/iu.exec(chunk)?.[1] ?? ''
}

/** Cuts a RIS file into records: each begins with a line "TY  - ". What stands before the first is none. */
export function risEntries(text: string): SplitEntry[] {
  return text
    .split(/^(?=TY {1,2}- ?)/mu)
    .filter((chunk) => /^TY {1,2}-/u.test(chunk))
    .map((chunk, at) => {
      const title = /^(?:TI|T1) {1,2}- ?(.{1,80})/mu.exec(chunk)?.[1]?.trim()
      // Some write one space before the hyphen; the parser wants two.
      const spaced = chunk.replace(/^([A-Z][A-Z0-9]) -/gmu, '$1  -')
      return { name: title ? `“${title}”` : `Entry ${at + 1}`, text: withNamesApart(spaced) }
    })
}

/** A line for each name: some programs write all of them in one, parted by semicolons. */
function withNamesApart(record: string): string {
  return record.replace(/^(A[U1-4] {2}- )(.*;.*)$/gmu, (_, tag: string, names: string) =>
    names
      .split(';')
      .flatMap((name) => (name.trim() === '' ? [] : [`${tag}${name.trim()}`]))
      .join('\n'),
  )
}
