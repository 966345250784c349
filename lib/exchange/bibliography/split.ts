/** One entry of a bibliography file, by itself; `name` is for a person. `alone` is it without what it refers to. */
export type SplitEntry = { name: string; text: string }

/** How much of `@string` definitions is put before each entry, in UTF-16 units; what is beyond stays undefined. */
const STRINGS_LIMIT = 20_000

/** The longest entry that is put before those that refer to it: it is read again with each of them. */
const PARENT_LIMIT = 3_000

/** The most definitions looked at in one file. */
const STRINGS_MOST = 2_000

/**
 * Cuts a BibTeX file into entries, each with the `@string` definitions and the entry it refers to (`crossref`) before
 * it. An entry begins where a line begins with "@type{", so that one with a brace too few spoils only itself.
 */
export function bibtexEntries(text: string): (SplitEntry & { alone: string })[] {
  const chunks = text
    .split(/^(?=[^\S\n]*@\s{0,5}[a-z]{1,40}\s{0,5}[{(])/imu)
    .filter((chunk) => /^\s*@\s{0,5}(?!comment|preamble)[a-z]/iu.test(chunk))
  const isString = (chunk: string) => /^\s*@\s{0,5}string/iu.test(chunk)
  const stringsFor = definitions(chunks.filter(isString))
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
    const alone = stringsFor(chunk)
    const both = above === undefined ? alone : stringsFor(`${above}\n${chunk}`)
    return { name, text: joined(both, parentText, own), alone: joined(alone, own) }
  })
}

/**
 * The `@string` definitions that a text may use: those whose name stands in it as a word, or in one that does. With all
 * of a file's definitions before each of its entries, reading would take its length squared.
 */
function definitions(chunks: readonly string[]): (text: string) => string {
  const byName = new Map<string, string>()
  for (const chunk of chunks.slice(0, STRINGS_MOST)) {
    const name = /^\s*@\s*string\s*[{(]\s*([^\s={}()"#,]{1,100})\s*=/iu.exec(chunk)?.[1]?.toLowerCase()
    if (name) byName.set(name, chunk)
  }
  return (text) => {
    if (byName.size === 0) return ''
    const found = new Map<string, string>()
    let length = 0
    const look = (words: string, depth: number): void => {
      for (const [word] of words.toLowerCase().matchAll(/[^\s={}()"#,]{1,100}/gu)) {
        const chunk = found.has(word) ? undefined : byName.get(word)
        if (chunk === undefined || length + chunk.length > STRINGS_LIMIT) continue
        length += chunk.length
        // What a definition is made of stands before it.
        found.set(word, '')
        if (depth > 0) look(chunk, depth - 1)
        found.delete(word)
        found.set(word, chunk)
      }
    }
    look(text, 3)
    return [...found.values()].join('\n')
  }
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
