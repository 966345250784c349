import { expect, type Page, test } from '@playwright/test'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { picture } from './fixtures/picture.ts'
import { GalleyPage } from './pages/galley-page.ts'
import { HistoryPage } from './pages/history-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

let own: OwnDesk
test.beforeAll(async () => {
  own = await OwnDesk.open('weir')
  await own.check(4)
  await own.reword(4, 'It burned down on 6 May 2021.', 'The date was wrong')
  await own.split(5, 'been', 'Two things are said')
})
test.afterAll(async () => own?.close())

async function signIn(page: Page, path: string): Promise<void> {
  await new SignInPage(page).with(own.email('editor'), PASSWORD)
  await page.goto(path)
}

test('restoring a revision shows first what becomes of each claim and of its checks', async ({ page }) => {
  const history = new HistoryPage(page)
  await signIn(page, `${own.article}/history`)
  const dialog = await history.askBack(1)
  const preview = dialog.getByRole('region', { name: 'What this changes' })
  await expect(preview.getByText(/1 claim reworded, 1 merged/)).toBeVisible()
  const reworded = preview.getByRole('listitem').filter({ hasText: 'C-4' })
  await expect(reworded.locator('del')).toContainText(['down'])
  await expect(reworded.locator('ins')).toContainText(['3'])
  await expect(preview.getByRole('listitem').filter({ hasText: 'C-5, C-6' })).toContainText('Merged')
  await picture(page, 'smooth-restore')

  await test.step('the article goes on meanwhile: nothing is restored, and the preview is of now', async () => {
    await own.reword(3, 'The mill stood by the canal.', 'It is a canal', 'owner')
    await dialog.getByLabel('Reason').fill('The first text was right')
    await dialog.getByLabel('Reason').press('Control+Enter')
    await expect(dialog.getByText(/The article went on meanwhile: revision 4 is the newest now/)).toBeVisible()
    await expect(preview.getByText(/2 claims reworded, 1 merged/)).toBeVisible()
    await expect(dialog.getByLabel('Reason')).toHaveValue('The first text was right')
  })

  await dialog.getByRole('button', { name: 'Restore as a new revision' }).click()
  await expect(dialog).toBeHidden()
  await expect(history.revision(5)).toContainText('2 claims reworded, 1 merged')
})

test('restoring a wording shows what the claim says now beside what it would say', async ({ page }) => {
  const galley = new GalleyPage(page)
  await own.reword(2, 'At least 14 people were killed in the mill.', 'A later list')
  await signIn(page, own.article)
  await galley.ready()
  await galley.choose('At least 14 people')
  const history = galley.section('History')
  await history.getByRole('button', { name: 'Restore this wording' }).click()
  const difference = history.getByText('What it says now, and would say:')
  await expect(difference.locator('del')).toHaveText(['14'])
  await expect(difference.locator('ins')).toHaveText(['12'])
  // Nothing is recorded until it is asked for, with a reason.
  await expect(galley.claim('At least 14 people')).toBeVisible()
  await history.getByLabel('Reason').fill('The later list counted two of them twice')
  await history.getByLabel('Reason').press('Enter')
  await expect(galley.claim('At least 12 people')).toBeVisible()
})
