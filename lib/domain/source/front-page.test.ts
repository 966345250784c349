import { expect, test } from 'vitest'
import { ledToFrontPage } from './front-page.ts'

test.each<[string, string, boolean]>([
  ['https://paper.example/2021/05/mill', 'https://paper.example/', true],
  ['https://paper.example/2021/05/mill', 'https://www.paper.example/en/', true],
  ['http://www.paper.example/story?id=7', 'https://paper.example/index.html', true],
  ['https://paper.example/?p=123', 'https://paper.example/', true],
  ['https://paper.example/2021/05/mill', 'https://paper.example/2021/05/mill/', false],
  ['https://paper.example/2021/05/mill', 'https://paper.example/?page=mill', false],
  ['https://paper.example/de', 'https://paper.example/', false],
  ['https://paper.example/', 'https://paper.example/en', false],
  ['https://short.example/x7f', 'https://paper.example/', false],
  ['no address', 'https://paper.example/', false],
])('%s → %s: %s', (asked, arrived, led) => expect(ledToFrontPage(asked, arrived)).toBe(led))
