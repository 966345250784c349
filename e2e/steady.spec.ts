import { expect, type Page, test } from '@playwright/test'
import { DEMO, GalleyPage } from './pages/galley-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

/** What a person sees and hears of each claim, and where it stands on the page. */
function claimsOn(page: Page) {
  return page.locator('[data-claim]:visible').evaluateAll((all) =>
    all.map((claim) => {
      const { top, left } = claim.getBoundingClientRect()
      const block = claim.closest('p, li, dd, h2, h3, h4, h5, h6, blockquote')
      return {
        id: claim.id,
        class: claim.className,
        label: claim.getAttribute('aria-label'),
        text: claim.textContent,
        block: `${block?.tagName} ${block?.getAttribute('data-level')} ${block?.textContent}`,
        at: `${Math.round(top)} ${Math.round(left)}`,
      }
    }),
  )
}

test('the page stands still when the editor opens: the same words, marks and places as the server set', async ({
  browser,
  page,
}) => {
  await new SignInPage(page).as('checker')
  const galley = new GalleyPage(page)
  await galley.open()
  const opened = await claimsOn(page)
  expect(opened.length).toBeGreaterThan(100)

  const still = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await still.newPage()
  await plain.goto(DEMO)
  expect(await claimsOn(plain)).toEqual(opened)
})

test('nothing is asked of any other host, and no page errors or breaks its content security policy', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) foreign.push(request.url())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 404/.test(message.text())) errors.push(message.text())
  })
  await new SignInPage(page).as('owner')
  for (const path of [`${DEMO}#C-84`, `${DEMO}/review`, `${DEMO}/report`, '/sources', '/articles/new', '/nowhere']) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
  }
  expect(foreign).toEqual([])
  expect(errors).toEqual([])
})
