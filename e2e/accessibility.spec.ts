import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { DEMO, GalleyPage } from './pages/galley-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

async function expectClean(page: Page, screen: string) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${screen}: ${id} (${help}) at ${nodes
        .slice(0, 3)
        .map((node) => node.target.join(' '))
        .join(' | ')}`,
  )
  expect(found).toEqual([])
}

const SCREENS = [
  ['desk', '/'],
  ['review', `${DEMO}/review`],
  ['report', `${DEMO}/report`],
  ['sources', '/sources'],
  ['import', '/articles/new'],
  ['nowhere', '/articles/nowhere'],
] as const

for (const theme of ['light', 'dark'] as const) {
  for (const [size, viewport] of [
    ['desktop', { width: 1440, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    test(`every screen passes axe: ${theme}, ${size}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport, colorScheme: theme })
      const page = await context.newPage()
      await page.goto('/sign-in')
      await expectClean(page, 'sign-in')
      await new SignInPage(page).as('owner')
      for (const [name, path] of SCREENS) {
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        await expectClean(page, name)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
      }
      const galley = new GalleyPage(page)
      await galley.open(`${DEMO}#C-84`)
      await expect(galley.section('History')).toBeVisible()
      await expectClean(page, 'galley')
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
      await context.close()
    })
  }
}
