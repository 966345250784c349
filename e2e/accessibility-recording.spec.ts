import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { expectClean, expectNoSideways } from './fixtures/axe.ts'
import { DEMO, GalleyPage } from './pages/galley-page.ts'
import { RecordingPage } from './pages/recording-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

const TEXT = readFileSync(join(import.meta.dirname, '../prisma/seed/data/belarusian-partisan-movement.txt'), 'utf8')
const NEWER = TEXT.replace('The rail war in Belarus began in February 2022. ', '').replace('at least 11', 'at least 15')

for (const theme of ['light', 'dark'] as const) {
  for (const [size, viewport] of [
    ['desktop', { width: 1440, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    test(`the screens that record pass axe: ${theme}, ${size}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport, colorScheme: theme })
      const page = await context.newPage()
      await new SignInPage(page).as('owner')
      const recording = new RecordingPage(page)
      await recording.openUpstream(DEMO)
      await expectClean(page, 'upstream')
      await page.getByLabel(/^Text/).fill(NEWER)
      await recording.look()
      await expect(recording.preview.getByText(/reworded/).first()).toBeVisible()
      await expectClean(page, 'upstream, previewed')
      await expectNoSideways(page, 'upstream')
      const galley = new GalleyPage(page)
      await galley.open(`${DEMO}#C-84`)
      await galley.section('History').getByRole('button', { name: 'Split or merge' }).click()
      await expect(galley.dossier.getByRole('form', { name: 'Split or merge' })).toBeVisible()
      await expectClean(page, 'galley, Split or merge')
      await context.close()
    })
  }
}
