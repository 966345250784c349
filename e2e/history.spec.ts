import { expect, type Page, test } from '@playwright/test'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { GalleyPage } from './pages/galley-page.ts'
import { HistoryPage } from './pages/history-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

// The chapel: C-4 is checked and asked about in revision 1, reworded in 2, cut in two in 3.
let own: OwnDesk
test.beforeEach(async () => {
  own = await OwnDesk.open('chapel')
  await own.check(4)
  await own.ask(4, 'Which May was it?')
  await own.reword(4, 'It burned down on 4 May 2021, a Tuesday.', 'The date was wrong')
  await own.split(5, 'been', 'Two things are said')
})
test.afterEach(() => own.close())

async function signIn(page: Page, role: 'editor' | 'viewer', path = own.article): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
  await new SignInPage(page).fill(own.email(role), PASSWORD)
  await expect(page).toHaveURL((url) => url.pathname === path.split(/[#?]/)[0])
}

test('the timeline says what each revision made; any two are compared, claim by claim and as text', async ({
  page,
}) => {
  const history = new HistoryPage(page)
  await signIn(page, 'editor')
  await page.getByRole('link', { name: 'History', exact: true }).click()
  await expect(history.revisions).toHaveCount(3)
  await expect(history.revision(3)).toContainText('1 claim split')
  await expect(history.revision(2)).toContainText('The date was wrong')
  await expect(history.revision(2)).toContainText('1 claim reworded')
  await expect(history.revision(1)).toContainText('5 claims new')
  await expect(page.getByRole('img', { name: 'Coverage over time' })).toBeVisible()
  await expect(history.revision(1).getByText(/^\d+ % of \d+ words checked$/)).not.toHaveText(/^0 %/)
  await expect(history.revision(2).getByText(/^0 % of \d+ words checked/)).toBeVisible()

  await test.step('one with the one before', async () => {
    await history.revision(2).getByRole('link', { name: 'Compare with the previous one' }).click()
    await expect(history.change('C-4').locator('del')).toContainText(['3'])
    await expect(history.change('C-4')).toContainText('Reworded')
    await page.goBack()
  })

  await test.step('any two', async () => {
    await history.compare(1, 3)
    await expect(page.getByText('1 claim reworded, 1 split, 3 unchanged')).toBeVisible()
    await expect(history.change('C-5, C-6')).toContainText('Split')
  })

  await test.step('as running text', async () => {
    await page.getByRole('link', { name: 'Running text' }).click()
    await expect(history.text.locator('h2')).toHaveText('The fire')
    await expect(history.text.locator('ins', { hasText: 'a Tuesday' })).toBeVisible()
    await expect(history.text).toContainText('The mill stood by the river.')
    await page.getByRole('button', { name: 'Next change' }).click()
    await expect(page.getByText(/^Change 1 of \d$/)).toBeVisible()
  })
})

test('an old revision opens as it stood: statuses, dossier and comments of that time, and nothing to press', async ({
  page,
}) => {
  const history = new HistoryPage(page)
  const galley = new GalleyPage(page)
  await signIn(page, 'editor', `${own.article}/history`)
  await galley.open(`${own.article}#C-4`)
  await galley.expectStatus('Stale')
  await history.open(own.article)
  await history.revision(1).getByRole('link', { name: 'View this revision' }).click()
  await expect(history.banner).toContainText('Revision 1, as of')
  await history.claim('It burned on 3 May 2021.').click()
  await expect(page).toHaveURL(/history\/1#C-4$/)
  await galley.expectStatus('Supported')
  await expect(galley.section('Evidence')).toContainText('Register, page 4')
  await expect(galley.section('Discussion')).toContainText('Which May was it?')
  await expect(galley.section('History')).not.toContainText('a Tuesday')
  await expect(galley.section('History')).toContainText('current then')
  await expect(history.banner).toBeInViewport()
  await expect(
    galley.dossier.getByRole('button', { name: /Assess|Add source|Comment|Edit|withdraw|Restore|Resolve|Reply/ }),
  ).toHaveCount(0)

  await test.step('a link to a claim of it opens that claim; keys go from claim to claim', async () => {
    await page.goto(`${own.article}/history/1#C-5`)
    await expect(galley.dossier.getByRole('heading', { name: 'C-5' })).toBeVisible()
    await page.keyboard.press('k')
    await expect(galley.dossier.getByRole('heading', { name: 'C-4' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(history.claim('It burned on 3 May 2021.')).toBeFocused()
  })

  await test.step('and back to the present', async () => {
    await history.banner.getByRole('link', { name: 'Back to the present' }).click()
    await expect(galley.claim('a Tuesday')).toBeVisible()
    const answer = await page.goto(`${own.article}/history/99`)
    expect(answer?.status()).toBe(404)
  })
})

test('who wrote what: every word with its revision and its person', async ({ page }) => {
  await own.reword(6, 'been warned twice.', 'By the register', 'owner')
  const galley = new GalleyPage(page)
  await signIn(page, 'viewer', `${own.article}/history`)
  await galley.open(`${own.article}#C-6`)
  await galley.section('History').getByRole('button', { name: 'Who wrote what' }).click()
  const origins = galley.dossier.getByRole('list', { name: 'Where the words came from' }).getByRole('listitem')
  await expect(origins).toHaveText([/imported in revision 1, as C-5/, /revision 4, .* owner/])
  await expect(galley.dossier.getByRole('button', { name: 'Restore' })).toHaveCount(0)
})

test('an editor restores a revision as a new one; where the article went on meanwhile, looks first', async ({
  page,
}) => {
  const history = new HistoryPage(page)
  await signIn(page, 'editor', `${own.article}/history`)
  const dialog = await history.askBack(1)
  await dialog.getByRole('button', { name: 'Restore as a new revision' }).click()
  await expect(dialog.getByText('The reason cannot be empty.').first()).toBeVisible()

  await test.step('someone recorded something meanwhile', async () => {
    await own.reword(3, 'The mill stood by the canal.', 'It is a canal', 'owner')
    await dialog.getByLabel('Reason').fill('The first text was right')
    await dialog.getByRole('button', { name: 'Restore as a new revision' }).click()
    await expect(dialog.getByText(/The article went on meanwhile: revision 4 is the newest now/)).toBeVisible()
  })

  await test.step('restored all the same', async () => {
    await dialog.getByRole('button', { name: 'Restore as a new revision' }).click()
    await expect(dialog).toBeHidden()
    await expect(history.revision(5)).toContainText('The first text was right')
    await expect(history.revision(5)).toContainText('Restored')
    await history.compare(1, 5)
    await expect(page.getByText('Every claim says the same in both, in the same place.')).toBeVisible()
  })

  await test.step('the text is back, its old check waits for another look', async () => {
    const galley = new GalleyPage(page)
    await galley.open(`${own.article}#C-4`)
    await expect(galley.claim('It burned on 3 May 2021.')).toBeVisible()
    await galley.expectStatus('Stale')
  })
})

test('a viewer looks at all of it and restores nothing', async ({ page }) => {
  const history = new HistoryPage(page)
  await signIn(page, 'viewer', `${own.article}/history`)
  await expect(history.revisions).toHaveCount(3)
  await expect(page.getByRole('button', { name: /Restore/ })).toHaveCount(0)
  await history.compare(1, 2)
  await expect(history.change('C-4')).toBeVisible()
})
