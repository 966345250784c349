import { expect, test } from 'vitest'
import { checkNobody, checkPassword, hashPassword } from './password.ts'

test('keeps a password as argon2id and knows it again, in any Unicode spelling', async () => {
  const kept = await hashPassword('pässwörd of twelve')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await checkPassword(kept, 'pässwörd of twelve'.normalize('NFD'))).toBe(true)
  expect(await checkPassword(kept, 'Pässwörd of twelve')).toBe(false)
  expect(await hashPassword('pässwörd of twelve')).not.toBe(kept)
})

test('answers no to what is no hash, and to everyone who does not exist', async () => {
  expect(await checkPassword('nonsense', 'x')).toBe(false)
  expect(await checkNobody('nobody has this password')).toBe(false)
})
