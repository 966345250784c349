import { expect, test } from '@playwright/test'
import { expectClean, expectNoSideways } from './fixtures/axe.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { LivePage } from './pages/live-page.ts'

let own: OwnDesk

test.beforeAll(async () => {
  own = await OwnDesk.open('Foundry')
})
test.afterAll(() => own?.close())

test('an owner redacts a comment with a reason; everyone sees that it stood there, by whom it went, when and why', async ({
  browser,
}) => {
  await own.cite(2, 'The letters of Ida Renn')
  await own.ask(2, 'Ida Renn of Mill Lane told me.')
  const checker = await LivePage.signIn(browser, own, 'checker')
  await checker.openGalley('C-2')
  await expect(checker.galley.section('Discussion')).toContainText('Ida Renn of Mill Lane')
  await expect(checker.page.getByRole('button', { name: 'redact…' })).toHaveCount(0)

  const owner = await LivePage.signIn(browser, own, 'owner')
  await owner.openGalley('C-2')
  const { page, galley } = owner
  await galley.section('Discussion').getByRole('button', { name: 'redact…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Redact this comment?' })
  await expect(dialog).toContainText('Goes for good')
  await expectClean(page, 'the dialog')
  await dialog.getByLabel('Reason').fill('It names a neighbour.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  for (const one of [owner, checker]) {
    const said = one.galley.section('Discussion')
    await expect(said).toContainText(`Redacted by ${owner.name},`)
    await expect(said).not.toContainText('told me')
  }
  await expectClean(page, 'the dossier with a redaction')
  // The button it was opened from is gone, and whoever works by keys is still where it was.
  const focused = () => galley.section('Discussion').evaluate((section) => section.contains(document.activeElement))
  await expect.poll(focused).toBe(true)
})

test('an owner redacts a field of a source’s record', async ({ browser }) => {
  const owner = await LivePage.signIn(browser, own, 'owner', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  })
  const { page } = owner
  const { id } = await own.db.source.findFirstOrThrow({ where: { workspaceId: own.desk.workspaceId } })
  await page.goto(`/sources/${id}`)
  await page.getByRole('button', { name: 'Redact a field…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Redact a field of this record?' })
  await expect(dialog.getByLabel('Field')).toHaveValue('')
  await dialog.getByLabel('Field').selectOption('Title')
  await dialog.getByLabel('Reason').fill('A person asked for it.')
  await expectClean(page, 'the dialog on a phone')
  await dialog.getByRole('button', { name: 'Redact' }).click()
  await expect(page.getByRole('region', { name: 'Record' })).toContainText(`Title: Redacted by ${owner.name},`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('[redacted]')
  await expectNoSideways(page, 'the source')
  await expectClean(page, 'the source with a redaction')
})
