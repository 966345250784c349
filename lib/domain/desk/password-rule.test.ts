import { expect, test } from 'vitest'
import { passwordProblem } from './password-rule.ts'

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
  ['Password1234!', /guessed first/],
  ['123qwertyuiop456', /guessed first/],
  ['passwordpassword', /guessed first/],
  ['АДМІН і пароль разам', null],
  ['парольпароль', /guessed first/],
  ['Administrator2026', /guessed first/],
  ['012345678901', /guessed first/],
  ['abcdefghijkl', /guessed first/],
  ['1q2w3e4r5t6y', /guessed first/],
  ['my password is a goose', null],
  ['12 geese in a row', null],
] as const)('%j', (password, problem) => {
  const found = passwordProblem(password, ['ann@desk.example', 'Ann'])
  if (problem === null) expect(found).toBeNull()
  else expect(found).toMatch(problem)
})
