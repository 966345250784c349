import { expect, test } from '@playwright/test'
import { Site } from '../lib/platform/testing/news-site.ts'
import { expectClean, expectNoSideways } from './fixtures/axe.ts'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { picture } from './fixtures/picture.ts'
import { stand } from './fixtures/server.ts'
import { ShelfPage } from './pages/shelf-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

let site: Site
let own: OwnDesk
test.beforeAll(async () => {
  site = await Site.open(stand.sitePort)
  own = await OwnDesk.open('Towpath')
})
test.afterAll(async () => {
  await site?.close()
  await own?.close()
})

const PARAGRAPH =
  'The town register says that the old mill stood by the river until the fire of that spring, and was never rebuilt.'

/** A page whose places do not agree on when, and on who wrote it. */
const PAGE = `<!doctype html><html lang="en"><head><title>The mill that burned</title>
<meta property="og:title" content="The mill that burned">
<meta property="article:published_time" content="2021-05-04">
<meta name="author" content="Jo Roe">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The mill that burned","datePublished":"2021-05-03","author":{"name":"Ann Lee"}}</script>
</head><body><article><h1>The mill that burned</h1>${`<p>${PARAGRAPH}</p>`.repeat(4)}</article></body></html>`

test('fields that a machine filled show what each place said, and one click takes another', async ({ page }) => {
  await new SignInPage(page).with(own.email('checker'), PASSWORD)
  const shelf = new ShelfPage(page)
  await shelf.open()
  await shelf.paste(site.show('/mill-that-burned', PAGE))
  await expect(shelf.snapshots.getByRole('link', { name: /^Read/ })).toHaveCount(1)

  const record = page.getByRole('region', { name: 'Record' })
  const dates = record.getByRole('list', { name: 'Found for the date' })
  await expect(dates.getByRole('listitem')).toHaveCount(2)
  await expect(dates.getByRole('listitem').first()).toContainText('JSON-LD')
  await expect(dates.getByRole('listitem').nth(1)).toContainText('Open Graph')
  const authors = record.getByRole('list', { name: 'Found for the authors' })
  await expect(authors).toContainText('Jo Roe')
  await picture(page, 'smooth-found')
  await expectClean(page, 'source, what was found')
  await expectNoSideways(page, 'source, what was found')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSideways(page, 'source, what was found, on a phone')
  await expectClean(page, 'source, what was found, dark')
  await picture(page, 'smooth-found-phone-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 720 })

  await dates.getByRole('button', { name: 'Take this: “2021-05-04”' }).click()
  await expect(dates).toHaveCount(0)
  await expect(record.getByText('4 May 2021')).toBeVisible()
  await authors.getByRole('button', { name: 'Keep “Ann Lee”' }).click()
  await expect(authors).toHaveCount(0)
  await expect(record.getByText('Ann Lee')).toBeVisible()

  await test.step('in the form, what was found is beside its field', async () => {
    await record.getByRole('button', { name: 'Edit the record' }).click()
    const form = page.getByRole('form', { name: 'Edit the record' })
    await expect(form.getByLabel('Title')).toHaveValue('The mill that burned')
    await expect(form.getByLabel('Date')).toHaveValue('2021-05-04')
  })
})

test('two entries are merged by a form, sent with Ctrl and Enter from its reason', async ({ page }) => {
  await own.cite(3, 'Register of the towpath')
  await own.cite(4, 'The towpath, a register')
  await new SignInPage(page).with(own.email('editor'), PASSWORD)
  await page.goto('/sources')
  await page.getByRole('link', { name: 'The towpath, a register' }).click()
  const twins = page.getByRole('region', { name: 'The same source' })
  await twins.getByRole('button', { name: 'Merge into another source…' }).click()
  await twins.getByRole('combobox', { name: 'The same as' }).fill('Register of the')
  await page.getByRole('option', { name: /Register of the towpath/ }).click()
  const form = twins.getByRole('form', { name: 'Merge into that one' })
  await form.getByLabel('Reason').fill('One book')
  await form.getByLabel('Reason').press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Register of the towpath')
  await expect(twins.getByRole('list', { name: 'Merged into this one' })).toContainText('The towpath, a register')
})
