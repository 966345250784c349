import { expect, test } from 'vitest'
import { landingPage } from './register.ts'
import type { CaptureTools } from './tools.ts'

const tools = { registers: { doi: 'https://doi.example/base', isbn: '' } } as unknown as CaptureTools

test.each([
  ['10.1000/mill.1', '/base/10.1000/mill.1'],
  [
    '10.1002/(sici)1099-0720(199702)11:1<1::aid-acp420>3.0.co;2-f',
    '/base/10.1002/(sici)1099-0720(199702)11%3A1%3C1%3A%3Aaid-acp420%3E3.0.co%3B2-f',
  ],
  ['10.1000/a?b=c#d', '/base/10.1000/a%3Fb%3Dc%23d'],
  ['10.1000/a\\..\\b', '/base/10.1000/a%5C..%5Cb'],
  ['10.1000/a%2fb', '/base/10.1000/a%252fb'],
])('%s is asked for below the resolver’s own path', (doi, path) => {
  const address = landingPage(tools, doi) ?? ''
  const { host, pathname, search, hash } = new URL(address)
  expect([host, pathname, search, hash]).toEqual(['doi.example', path, '', ''])
})

test.each(['10.1000/../../evil', '10.1000/./a', '10.1000/%2e%2E/a', '10.1000/.%2e', '10.1000/a/..'])(
  '%s would leave it, and is not asked for',
  (doi) => {
    expect(landingPage(tools, doi)).toBeNull()
  },
)
