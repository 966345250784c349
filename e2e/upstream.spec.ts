import { expect, test } from '@playwright/test'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { GalleyPage } from './pages/galley-page.ts'
import { RecordingPage } from './pages/recording-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

const NEWER = `= The sawmill =

== The fire ==
At least 12 people were killed in the mill. The mill stood by the river Biarozka. It burned on 4 May 2021. The owner had been warned. An inquiry found no arson.
`

test('the article changed after it was checked', async ({ browser }) => {
  const own = await OwnDesk.open('sawmill')
  for (const number of [3, 4, 5]) await own.check(number)
  const person = async (role: 'editor' | 'checker') => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`/sign-in?next=${encodeURIComponent(own.article)}`)
    await new SignInPage(page).fill(own.email(role), PASSWORD)
    await expect(page).toHaveURL((url) => url.pathname === own.article)
    return page
  }
  const editor = await person('editor')

  await test.step('an editor takes the newer state in, and sees first what becomes of each claim', async () => {
    const recording = new RecordingPage(editor)
    await recording.openUpstream(own.article)
    await editor.getByLabel(/^Text/).fill(NEWER)
    await recording.look()
    await expect(recording.preview.getByText('2 claims reworded, 1 new, 3 unchanged')).toBeVisible()
    const reworded = recording.decision('Reworded', 'Biarozka')
    await expect(reworded.getByText('C-3')).toBeVisible()
    await expect(reworded.locator('ins')).toHaveText('Biarozka')
    await expect(reworded.getByText('1 citation and 1 assessment will need another look')).toBeVisible()
    await expect(recording.decision('New', 'An inquiry found no arson.')).toBeVisible()
    await recording.record('Record as revision 2', 'Upstream of today')
  })

  const checker = await person('checker')
  const galley = new GalleyPage(checker)
  await test.step('exactly the checks that were touched are stale', async () => {
    await galley.open(own.article)
    for (const [words, status] of [
      ['The mill stood', 'Stale'],
      ['It burned', 'Stale'],
      ['The owner had been warned', 'Supported'],
      ['An inquiry found', 'Unchecked'],
    ] as const) {
      await galley.choose(words)
      await galley.expectStatus(status)
    }
  })

  await test.step('one is re-affirmed against the difference', async () => {
    await galley.choose('The mill stood')
    await galley.dossier.getByRole('button', { name: 'See what changed' }).click()
    const form = galley.dossier.getByRole('form', { name: 'Re-affirm' })
    await expect(form.locator('ins')).toHaveText('Biarozka')
    await form.getByRole('checkbox', { name: /Register, page 3/ }).check()
    await form.getByRole('button', { name: 'Re-affirm' }).click()
    await expect(form).toBeHidden()
    await galley.expectStatus('Supported')
  })

  await test.step('the other is checked again', async () => {
    await galley.choose('It burned')
    await checker.keyboard.press('s')
    const form = galley.dossier.getByRole('form', { name: 'Attach a source' })
    await form.getByRole('combobox', { name: /^Source/ }).fill('Register, page 5')
    await checker.getByRole('option', { name: /Register, page 5/ }).click()
    await form.getByText('Supports the claim').click()
    await form.getByLabel(/^Credibility/).selectOption('2')
    await form.getByRole('button', { name: 'Attach' }).click()
    await expect(form).toBeHidden()
    await galley.assess('Supported', 'Moderate', 'The corrected register has the 4th.')
    await galley.expectStatus('Supported')
  })

  await test.step('both stand in the report’s list of corrections', async () => {
    await editor.goto(`${own.article}/report`)
    const corrections = editor.getByRole('region', { name: /^Corrections/ })
    for (const [key, removed, added] of [
      ['C-3', '', 'Biarozka'],
      ['C-4', '3 May 2021', '4 May 2021'],
    ] as const) {
      const entry = corrections.getByRole('listitem').filter({ hasText: key })
      await expect(entry.locator('ins')).toHaveText(added)
      if (removed) await expect(entry.locator('del')).toHaveText(removed)
    }
  })

  await test.step('the same state again changes nothing, and a later one finds both', async () => {
    const recording = new RecordingPage(editor)
    await recording.openUpstream(own.article)
    await editor.getByLabel(/^Text/).fill(NEWER)
    await recording.look()
    await expect(recording.preview.getByText('6 claims unchanged')).toBeVisible()
    await editor.getByLabel(/^Text/).fill('no title here')
    await editor.getByRole('button', { name: 'Review changes' }).click()
    await expect(editor.getByRole('alert').first()).toContainText(/title/i)
  })
  await own.close()
})
