import { expect, type Page, test } from '@playwright/test'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { picture } from './fixtures/picture.ts'
import { GalleyPage } from './pages/galley-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

// What the server would refuse is not offered; the reason is. The table of all actions is lib/offered.test.ts.

let own: OwnDesk
test.beforeEach(async () => {
  own = await OwnDesk.open('spillway')
})
test.afterEach(() => own.close())

async function galleyAs(page: Page, role: 'viewer' | 'checker' | 'editor'): Promise<GalleyPage> {
  await new SignInPage(page).with(own.email(role), PASSWORD)
  await page.goto(own.article)
  const galley = new GalleyPage(page)
  await galley.ready()
  return galley
}

test('a viewer’s keys open no form, and say whose they are', async ({ page }) => {
  const galley = await galleyAs(page, 'viewer')
  await galley.choose('The mill stood by the river.')
  for (const key of ['s', 'l', 'a', 'e', 'c']) {
    await galley.claim('The mill stood by the river.').focus()
    await page.keyboard.press(key)
    await expect(page.getByText('You are a viewer on this desk: this is for a checker or above.').first()).toBeVisible()
    await expect(galley.dossier.getByRole('form')).toHaveCount(0)
  }
  await expect(
    galley.dossier.getByRole('button', { name: /withdraw|redact|Restore|Resolve|Reply|Take it/ }),
  ).toHaveCount(0)
})

test('an entry is withdrawn by its author or an editor, and an assessment by its author alone', async ({
  page,
  browser,
}) => {
  await own.check(3)
  await own.ask(3, 'Which bank?')
  await own.rate(3, 'editor', 'supported')
  const withdraws = async (galley: GalleyPage) => {
    await galley.choose('The mill stood by the river.')
    const count = (name: 'Evidence' | 'Assessments' | 'Discussion') =>
      galley.section(name).getByRole('button', { name: 'withdraw', exact: true }).count()
    return [await count('Evidence'), await count('Assessments'), await count('Discussion')]
  }
  // The checker's own: a citation, an assessment and a comment.
  expect(await withdraws(await galleyAs(page, 'checker'))).toEqual([1, 1, 1])
  const other = await (await browser.newContext()).newPage()
  // Of the two assessments, the editor's own.
  expect(await withdraws(await galleyAs(other, 'editor'))).toEqual([1, 1, 1])
  await other.context().close()
})

test('who wrote the present words is not asked to re-affirm them, and is told who has to look', async ({ page }) => {
  await own.rate(3, 'editor', 'supported')
  await own.reword(3, 'The mill stood by the canal.', 'The map')
  const galley = await galleyAs(page, 'editor')
  await galley.choose('The mill stood by the canal.')
  await galley.expectStatus('Stale')
  await expect(galley.dossier.getByText(/The person who assessed it also wrote the current words/)).toBeVisible()
  await expect(galley.dossier.getByRole('button', { name: 'See what changed' })).toHaveCount(0)
})

test('a wording that the claim has already is not offered to be restored', async ({ page }) => {
  await own.reword(5, 'The owner had been warned twice.', 'Two letters')
  await own.reword(5, 'The owner had been warned.', 'One of them was lost')
  const galley = await galleyAs(page, 'editor')
  await galley.choose('The owner had been warned.')
  const wordings = galley.section('History').getByRole('list', { name: 'Wordings' }).getByRole('listitem')
  await expect(wordings).toHaveCount(3)
  await expect(wordings.getByRole('button', { name: 'Restore this wording' })).toHaveCount(1)
  await expect(wordings.nth(1).getByRole('button', { name: 'Restore this wording' })).toBeVisible()
})

test('splitting and merging say what becomes of a proposal that waits', async ({ page }) => {
  await own.propose(4, 'It burned on 4 May 2021.', 'The log')
  const galley = await galleyAs(page, 'editor')
  await galley.choose('The mill stood by the river.')
  await galley.section('History').getByRole('button', { name: 'Split or merge' }).click()
  const form = galley.dossier.getByRole('form', { name: 'Split or merge' })
  await form.getByRole('button', { name: /Merge with the one after/ }).click()
  await expect(form.getByText(/A proposal waits for these claims/)).toBeVisible()
  await picture(page, 'smooth-merge-waiting')
  await form.getByRole('button', { name: /Split before “stood”/ }).click()
  await expect(form.getByText(/A proposal waits/)).toHaveCount(0)
})
