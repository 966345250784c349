import { expect, test } from '@playwright/test'
import { expectClean, expectNoSideways } from './fixtures/axe.ts'
import { DEMO, GalleyPage } from './pages/galley-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

const SCREENS = [
  ['desk', '/'],
  ['review', `${DEMO}/review`],
  ['review of the desk', '/review'],
  ['report', `${DEMO}/report`],
  ['history', `${DEMO}/history`],
  ['two revisions', `${DEMO}/history/compare?from=1&to=2`],
  ['two revisions as text', `${DEMO}/history/compare?from=1&to=2&as=text`],
  ['an old revision', `${DEMO}/history/1`],
  ['sources', '/sources'],
  ['import', '/articles/new'],
  ['account', '/settings/account'],
  ['nowhere', '/articles/nowhere'],
] as const

for (const theme of ['light', 'dark'] as const) {
  for (const [size, viewport] of [
    ['desktop', { width: 1440, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    test(`every screen passes axe: ${theme}, ${size}`, async ({ browser }) => {
      // Some twenty screens and forms, each read through by axe.
      test.setTimeout(150_000)
      const context = await browser.newContext({ viewport, colorScheme: theme })
      const page = await context.newPage()
      await page.goto('/sign-in')
      await expectClean(page, 'sign-in')
      await new SignInPage(page).as('owner')
      for (const [name, path] of SCREENS) {
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        await expectClean(page, name)
        await expectNoSideways(page, name)
      }
      await page.goto('/review')
      const proposal = page.getByRole('listitem', { name: /^Proposal for/ }).first()
      await proposal.getByRole('button', { name: 'Reject…' }).click()
      await expect(proposal.getByLabel('Your reason')).toBeFocused()
      await proposal.getByRole('checkbox').check()
      await expectClean(page, 'review, a reason and a selection')
      await page.getByRole('button', { name: 'Reject 1…' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectClean(page, 'review, rejecting a selection')
      await page.keyboard.press('Escape')
      const galley = new GalleyPage(page)
      await galley.open(`${DEMO}#C-84`)
      await expect(galley.section('History')).toBeVisible()
      await expectClean(page, 'galley')
      await galley.section('History').getByRole('button', { name: 'Who wrote what' }).click()
      await expect(galley.dossier.getByRole('list', { name: 'Where the words came from' })).toBeVisible()
      await expectClean(page, 'galley, who wrote what')
      for (const [key, form] of [
        ['s', 'Attach a source'],
        ['a', 'Assess the claim'],
        ['e', 'Edit the wording'],
        ['c', 'Comment on the claim'],
      ] as const) {
        await galley.claim('BYPOL claimed').focus()
        await page.keyboard.press(key)
        await expect(galley.dossier.getByRole('form', { name: form })).toBeVisible()
        await expectClean(page, `galley, ${form}`)
        await galley.dossier.getByRole('button', { name: 'Cancel' }).first().click()
      }
      await page.goto(`${DEMO}/history`)
      await page.getByRole('button', { name: 'Restore revision 1' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectClean(page, 'history, restore')
      await context.close()
    })
  }
}
