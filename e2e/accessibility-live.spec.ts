import { expect, type Page, test } from '@playwright/test'
import { expectClean, expectNoSideways } from './fixtures/axe.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { LivePage } from './pages/live-page.ts'

/** Read through by axe, as wide as its window, and kept as a picture beside the test's other output. */
async function expectFit(page: Page, screen: string): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${screen.replaceAll(/\W+/g, '-')}.png`) })
  await expectClean(page, screen)
  await expectNoSideways(page, screen)
}

for (const theme of ['light', 'dark'] as const) {
  for (const [size, viewport] of [
    ['desktop', { width: 1440, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    test(`a text that several write in passes axe: ${theme}, ${size}`, async ({ browser }) => {
      test.setTimeout(120_000)
      const own = await OwnDesk.open('windmill')
      const ann = await LivePage.signIn(browser, own, 'editor', { viewport, colorScheme: theme })
      const ben = await LivePage.signIn(browser, own, 'checker')
      await ann.openText()
      await expect(ann.recording.differences).toContainText('says what revision 1 says')
      await expectFit(ann.page, 'working text, nothing typed')

      await ben.openText()
      await ben.typeAfter('At least', ' some')
      await ann.expectWords('At least some 12')
      await ann.typeAfter('12', ' or 13')
      await ann.typeAfter('by the river', ' Biarozka')
      await ben.select('had been warned')
      await expect(ann.caretOf(ben)).toBeVisible()
      await expect(ann.recording.differences).toContainText(`by ${ben.name}, ${ann.name}`)
      await expectFit(ann.page, 'working text, with a caret')

      await ann.here.click()
      await expect(ann.page.getByRole('menuitem', { name: ben.name })).toBeVisible()
      await expectFit(ann.page, 'working text, who is here')
      await ann.page.getByRole('menuitem', { name: ben.name }).click()
      await expect(ann.following).toBeVisible()
      await expectFit(ann.page, 'working text, following')
      await ann.following.getByRole('button', { name: 'Stop' }).click()

      await ann.recording.look()
      await expect(ann.contested).toBeVisible()
      await ann.recording.choose('C-3', false)
      await expectFit(ann.page, 'working text, previewed')

      await ann.offline(true)
      await ann.typeAfter('It burned', ' down')
      await expect(ann.recording.note).toContainText('Offline')
      await expectFit(ann.page, 'working text, offline')
      await ann.offline(false)
      await ann.recording.saved()

      await ann.openGalley('C-2')
      await expect(ann.galley.dossier.locator('ins').first()).toBeVisible()
      await ben.select('some')
      await expect(ann.galley.dossier.getByText(`${ben.name} is editing this claim`)).toBeVisible()
      await expectFit(ann.page, 'galley, a claim that differs')

      await own.setRole('editor', 'viewer')
      await ann.page.goto(`${own.article}/edit`)
      await expect(ann.recording.note).toContainText('You can read along')
      await expectFit(ann.page, 'working text, reading along')
      await own.remove('editor')
      await expect(ann.recording.note).toContainText('You are no longer on this desk')
      await expectFit(ann.page, 'working text, off the desk')
      await own.close()
    })
  }
}
