import { expect, test } from '@playwright/test'
import { GalleyPage } from './pages/galley-page.ts'
import { RecordingPage } from './pages/recording-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

const HOSTILE = [
  '<script>window.hurt=1</script>',
  '<img src=x onerror="window.hurt=1">',
  '"><svg onload=window.hurt=1>',
  'javascript:window.hurt=1',
  '{{constructor.constructor("window.hurt=1")()}}',
  '</textarea><script>window.hurt=1</script>',
  '<a href="javascript:window.hurt=1">x</a>',
  '\u202egnp.exe',
  '𝔘𝔫𝔦 👩‍👩‍👧 ŭśćč',
]

test('hostile text in every field is shown as text, and nothing runs', async ({ page }) => {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await new SignInPage(page).as('owner')
  await page.goto('/articles/new')
  const all = HOSTILE.join(' ')
  const text = `= ${HOSTILE[0]} =\n\nInfobox\n- ${HOSTILE[1]}: ${HOSTILE[2]}\n\n${HOSTILE.map((line) => `${line} stands here`).join('\n\n')}\n`
  await page.getByLabel(/^Text/).fill(text)
  await page.getByLabel('Attribution').fill(all)
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HOSTILE[0] ?? '')
  const galley = new GalleyPage(page)
  await galley.ready()
  for (const line of HOSTILE) await expect(galley.claim(`${line} stands here`)).toBeVisible()

  await galley.choose(`${HOSTILE[1]} stands here`)
  await galley.assess('Refuted', 'High', all)
  await galley.comment(all)
  await page.keyboard.press('s')
  const attach = galley.dossier.getByRole('form', { name: 'Attach a source' })
  await attach.getByRole('button', { name: /New source/ }).click()
  await attach.getByRole('button', { name: 'Fill it in by hand' }).click()
  await attach.getByLabel(/^Kind/).selectOption('webpage')
  await attach.getByLabel(/^Title/).fill(all)
  await attach.getByLabel('Authors').fill(all)
  await attach.getByLabel('Publication', { exact: true }).fill(HOSTILE[2] ?? '')
  await attach.getByLabel(/^Reliability/).selectOption('F')
  await attach.getByText('Refutes the claim').click()
  await attach.getByLabel('Quote').fill(all)
  await attach.getByLabel('What it says').fill(all)
  await attach.getByLabel('Place in the source').fill(HOSTILE[1] ?? '')
  await attach.getByLabel(/^Credibility/).selectOption('6')
  await attach.getByRole('button', { name: 'Attach' }).click()
  await expect(attach).toBeHidden()
  const form = await galley.reword(`${all} anew`)
  await form.getByLabel(/^Reason/).fill(all)
  await form.getByRole('button', { name: 'Propose' }).click()
  await expect(form).toBeHidden()

  await page.reload()
  await galley.ready()
  for (const part of ['Evidence', 'Assessments', 'Discussion', 'History'] as const)
    await expect(galley.section(part)).toContainText(all)
  await expect(galley.section('History').locator('.unseen').first()).toHaveText('⟨U+202E⟩')
  await expect(galley.claim('gnp.exe stands here')).toHaveAttribute('data-unseen', 'U+202E')
  const gallery = new URL(page.url()).pathname

  // What would turn the words round stands there by its name.
  const seen = all.replace('\u202e', '⟨U+202E⟩')
  const recording = new RecordingPage(page)
  await recording.openEditing(gallery)
  await recording.text.getByText(`${HOSTILE[8]} stands here`).click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(` ${all} typed`)
  await expect(recording.text).toContainText(`stands here ${all} typed`)
  await expect(recording.differences).toContainText(`${seen} typed`)
  await recording.look()
  await expect(recording.preview).toContainText('1 of 1 change chosen')
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  await recording.saved()
  await galley.open(gallery)
  await galley.choose(`${HOSTILE[8]} stands here`)
  await expect(galley.dossier).toContainText(`${seen} typed`)

  for (const path of [`${gallery}/review`, `${gallery}/report`, '/sources', '/']) {
    await page.goto(path)
    await expect(page.getByRole('main')).toContainText(HOSTILE[0] ?? '')
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  }
  expect(dialogs).toEqual([])
})

test('an article that cannot be read is refused in words, and what was chosen or typed stays', async ({ page }) => {
  await new SignInPage(page).as('editor')
  await page.goto('/articles/new')
  const file = page.getByLabel('File')
  const cases: [string, Buffer, RegExp][] = [
    ['empty.txt', Buffer.alloc(0), /file is empty/],
    ['picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), /not plain text/],
    ['latin.txt', Buffer.from([0x3d, 0x20, 0xe9, 0x20, 0x3d]), /not valid UTF-8: the first bad byte is at offset 2/],
    ['large.txt', Buffer.alloc(5_000_001, 'x'), /limit is 5,000,000 bytes/],
  ]
  for (const [name, buffer, words] of cases) {
    await file.setInputFiles({ name, mimeType: 'text/plain', buffer })
    await expect(page.getByText(words)).toBeVisible()
  }
  await page.getByLabel(/^Text/).fill('No title here.')
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByText(/title/i).and(page.getByRole('alert').locator('p')).first()).toBeVisible()
  await expect(page.getByLabel(/^Text/)).toHaveValue('No title here.')
})
