import { expect, test } from 'vitest'
import { passwordProblem } from './password-rule'

test.each([
  ['correct horse battery staple', null],
  ['рудая ліса бяжыць', null],
  ['🦊🐺🐻🐼🦁🐯🐨🐷🐸🐵🐔🐧', null],
  ['short', /at least 12/],
  ['', /at least 12/],
  ['            ', /too few/],
  ['abababababab', /too few/],
  ['abcdefghijk\u0000l', /cannot be typed/],
  ['abcdefghijk\ud800l', /cannot be typed/],
  ['x1y2z'.padEnd(201, 'abcdef'), /at most 200/],
  ['Ann@Desk.Example', /your name or address/],
] as const)('%j', (password, problem) => {
  const found = passwordProblem(password, ['ann@desk.example', 'Ann'])
  if (problem === null) expect(found).toBeNull()
  else expect(found).toMatch(problem)
})
