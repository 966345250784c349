import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What the documents point to is there, and the first of them stays short. */

const documents = ['README.md', ...globSync('docs/**/*.md')]
const textOf = (file: string) => readFileSync(file, 'utf8')
/** Without code, in which a bracket is no link. */
const proseOf = (file: string) => textOf(file).replace(/```[\s\S]*?```/g, '')

/** As GitHub names the places of headings. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

function anchorsIn(file: string): string[] {
  return [...proseOf(file).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))
}

function faultsIn(file: string, prose: string): string[] {
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return []
    const [path = '', anchor] = target.split('#')
    const place = path === '' ? file : join(dirname(file), path)
    if (!existsSync(place)) return [`${file} leads to ${target}, which is not there`]
    if (anchor !== undefined && !anchorsIn(place).includes(anchor)) return [`${file}: ${place} has no ${anchor}`]
    return []
  })
}

test.each(documents)('%s leads to what is there', (file) => {
  expect(faultsIn(file, proseOf(file))).toEqual([])
})

test.each(documents)('%s names files that are there', (file) => {
  const named = [...textOf(file).matchAll(/`((?:app|bin|components|docs|e2e|lib|prisma)\/[\w./()[\]-]*)`/g)]
  expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([])
})

test('the README is read in a few minutes', () => {
  expect(textOf('README.md').split(/\s+/).length).toBeLessThanOrEqual(900)
})

test('every decision is listed, numbered in a row, dated, and says where it stands', () => {
  const files = globSync('docs/decisions/[0-9]*.md').sort()
  const index = textOf('docs/decisions/README.md')
  files.forEach((file, at) => {
    const name = file.slice('docs/decisions/'.length)
    expect(name).toMatch(new RegExp(`^${String(at + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`))
    expect(index).toContain(`(${name})`)
    expect(textOf(file)).toMatch(
      /^# \d{4} .+\n\nDate: \d{4}-\d\d-\d\d\\\nStatus: (?:accepted|superseded by \d{4})\n\n## (?:Context|Decision)/,
    )
  })
})

describe('a fault is noticed', () => {
  test.each([
    ['a file that is not there', '[it](docs/nowhere.md)'],
    ['a place that is not there', '[it](docs/architecture.md#nowhere)'],
  ])('%s', (_, prose) => expect(faultsIn('README.md', prose)).toHaveLength(1))

  test('and what is there is none', () =>
    expect(faultsIn('docs/safety.md', '[it](architecture.md#the-record), [out](https://example.org)')).toEqual([]))
})
