import type { Csl, CslName } from '@/lib/domain/source/source.ts'
import { endReading, type PageOptions, readPageFile } from '../page-file.ts'

/** Prints what the reader makes of a file: what it says about itself, its words, and what keeps it from being read. */
export async function readPage(file: string, { json, ...options }: PageOptions & { json?: true }): Promise<void> {
  const { fields, readable, problem } = await readPageFile(file, options)
  await endReading()
  const { text = '', blocks = [] } = readable ?? {}
  const problems = problem ? [problem] : []
  if (json) console.log(JSON.stringify({ csl: fields.csl, text, blocks, problems }))
  else console.log([...fieldLines(fields.csl), ...(text === '' ? [] : ['', text])].join('\n').trimStart())
  for (const { message } of problems) console.error(message)
  if (problems.length > 0) process.exitCode = 1
}

function fieldLines({ author = [], issued, ...rest }: Partial<Csl>): string[] {
  const fields = [
    ...Object.entries(rest).map(([name, value]) => [name, String(value)]),
    ['author', author.map(inWords).join('; ')],
    ['issued', issued?.['date-parts'][0].join('-') ?? ''],
  ]
  return fields.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
}

const inWords = (name: CslName) =>
  'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ')
