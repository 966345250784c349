import { expect, test } from '@playwright/test'
import { newsPage, Site } from '../lib/platform/testing/news-site.ts'
import { expectClean, expectNoSideways } from './fixtures/axe.ts'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { picture } from './fixtures/picture.ts'
import { stand } from './fixtures/server.ts'
import { GalleyPage } from './pages/galley-page.ts'
import { ShelfPage } from './pages/shelf-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

// What a source said is kept, quoted, looked for again and counted. The site of sources is one of this machine.

const CLAIM = 'The mill stood by the river.'
const SAYS = [
  'The town register says that the old mill stood by the river until the fire of that spring, and was never rebuilt.',
  'Twelve people were killed in the fire, the brigade said on Tuesday, and more than forty stood on the bridge.',
  'The owner had been warned twice about the wiring of the upper floor; no fine was ever paid, the register says.',
]
const QUOTE = 'the old mill stood by the river until the fire of that spring'

let site: Site
let own: OwnDesk

test.beforeAll(async () => {
  site = await Site.open(stand.sitePort)
  own = await OwnDesk.open('Millrace')
})
test.afterAll(async () => {
  await site?.close()
  await own?.close()
})

test('a pasted address is kept, quoted, marked, fetched again, and warned of', async ({ page, browser }) => {
  const url = site.show('/mill', newsPage(SAYS, 'The mill that stood by the river'))
  await new SignInPage(page).with(own.email('checker'), PASSWORD)
  const shelf = new ShelfPage(page)

  await test.step('pasted, it is on the shelf, and its snapshot arrives', async () => {
    await shelf.open()
    await shelf.paste(url)
    await expect(page).toHaveURL(/\/sources\/[0-9a-f-]{36}$/)
    await expect(shelf.snapshots.getByRole('link', { name: /^Read/ })).toHaveCount(1)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The mill that stood by the river')
  })

  await test.step('its fields filled themselves, and wait until a person accepts them', async () => {
    await expect(page.getByText('Ann Lee').first()).toBeVisible()
    await page.getByRole('button', { name: /^Accept all/ }).click()
    await expect(page.getByRole('button', { name: /^Accept/ })).toHaveCount(0)
  })
  await expectClean(page, 'source')
  await picture(page, 'source-light')
  const address = page.url()

  await test.step('pasted again, it is offered instead of added twice', async () => {
    await shelf.open()
    await shelf.paste(`${url}?utm_source=mail#top`)
    const dialog = page.getByRole('dialog', { name: 'Add a source' })
    await expect(dialog.getByText('The mill that stood by the river')).toBeVisible()
    await dialog.getByRole('button', { name: 'Open it' }).first().click()
    await expect(page).toHaveURL(address)
  })

  const galley = new GalleyPage(page)
  await test.step('read beside the claim, a passage becomes the quote, and the words it covers are marked', async () => {
    await galley.open(own.article)
    await galley.choose(CLAIM)
    await page.keyboard.press('s')
    const form = galley.dossier.getByRole('form', { name: 'Attach a source' })
    await form.getByRole('combobox', { name: /^Source/ }).fill('mill that stood')
    await page.getByRole('option', { name: /The mill that stood/ }).click()
    await form.getByText('Supports the claim').click()
    await form.getByRole('button', { name: 'Select it in the page' }).click()
    const reader = page.getByRole('dialog')
    await expect(reader.getByRole('region', { name: 'Kept text' })).toContainText(SAYS[1] ?? '')
    await expectClean(page, 'reader')
    await reader.getByLabel('Find in the kept text').fill(QUOTE)
    await page.keyboard.press('Enter')
    await expect(reader.getByRole('region', { name: 'Chosen passage' })).toContainText(QUOTE)
    for (const word of ['mill', 'stood', 'by', 'the', 'river'])
      await reader.getByRole('option', { name: word, exact: true }).click()
    await picture(page, 'reader-light')
    await reader.getByRole('button', { name: 'Use as quote' }).click()
    await expect(form.getByRole('region', { name: 'Quote from the snapshot' })).toContainText(QUOTE)
    await form.getByLabel(/^Credibility/).selectOption('2')
    await form.getByRole('button', { name: 'Attach' }).click()
    await expect(form).toBeHidden()
  })
  const evidence = galley.section('Evidence')
  await expect(evidence.getByText(`“${QUOTE}”`)).toBeVisible()
  await expect(evidence.getByText('1 source, 1 independent origin')).toBeVisible()
  await expect(galley.dossier.getByText(/5 of 6 words are covered by a citation/)).toBeVisible()
  await expectClean(page, 'dossier with a quote')

  await test.step('what was looked for and not found is logged', async () => {
    await page.keyboard.press('l')
    const form = galley.dossier.getByRole('form', { name: /search/i })
    await form.getByLabel(/^Where/).fill('The national archive')
    await form.getByLabel(/^What/).fill('mill, river, 1901')
    await form.getByText('Found nothing').click()
    await form.getByRole('button', { name: /^Log/ }).click()
    await expect(form).toBeHidden()
    await expect(galley.dossier.getByText('The national archive')).toBeVisible()
  })

  await test.step('the page changes; another fetches it again; whoever has the claim open is warned', async () => {
    site.show(
      '/mill',
      newsPage(
        ['Nothing is known of where the mill was, the town says now.', ...SAYS.slice(1)],
        'The mill that stood by the river',
      ),
    )
    const context = await browser.newContext()
    const second = await context.newPage()
    await new SignInPage(second).with(own.email('editor'), PASSWORD)
    await second.goto(address)
    await second.getByRole('button', { name: 'Fetch it now' }).click()
    await expect(second.getByText('A quote taken from it is no longer there.').first()).toBeVisible()
    await expect(new ShelfPage(second).snapshots.getByRole('link', { name: /^Read/ })).toHaveCount(2)
    await context.close()
    await expect(evidence.getByText('The page no longer says this')).toBeVisible()
    await expectClean(page, 'dossier with a warning')
    await picture(page, 'evidence-light')
  })

  await test.step('a dead link is told too, and what was kept stays readable', async () => {
    site.remove('/mill')
    await page.goto(address)
    await page.getByRole('button', { name: 'Fetch it now' }).click()
    await expect(page.getByText('The address answered 404').first()).toBeVisible()
    await galley.open(`${own.article}#C-3`)
    await expect(evidence.getByText('Dead link')).toBeVisible()
    await evidence.getByRole('button', { name: 'Read it there' }).click()
    await expect(
      page.getByRole('dialog').getByRole('region', { name: 'Kept text' }).locator('mark').first(),
    ).toContainText('the old mill stood')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('the report says all of it, lost evidence before anything else', async () => {
    await page.goto(`${own.article}/report`)
    const report = page.getByRole('article')
    await expect(report.getByRole('heading', { level: 2 }).first()).toHaveText('Evidence lost or not found')
    const lost = report.getByRole('region', { name: 'Evidence lost' }).getByRole('listitem')
    await expect(lost).toHaveCount(1)
    await expect(lost).toContainText(/^C-3 .*The mill stood by the river\..*1 quote is gone from its source/s)
    await expect(report.getByRole('region', { name: 'Sign-off sheet' })).toContainText(
      '1 quote is gone from its source',
    )
    for (const words of [
      'The page no longer says this',
      'Dead link',
      'Its citations cover 5 of 6 words',
      'The national archive',
      '1 source, 1 independent origin',
    ])
      await expect(page.getByText(words).first(), words).toBeVisible()
    await expectClean(page, 'report with evidence')
    await page.getByText('The page no longer says this').first().scrollIntoViewIfNeeded()
    await picture(page, 'report-evidence-light')
  })

  // No one’s browser asked the source for anything: only the desk did, and it said nothing of itself.
  const { pathname } = new URL(url)
  const asked = site.asked.filter(({ path }) => path === pathname)
  expect(site.asked.filter(({ path }) => path.startsWith('/canary'))).toEqual([])
  expect(asked.length).toBe(3)
  for (const { headers } of asked) {
    expect(headers.cookie ?? headers.referer ?? headers.origin ?? null).toBeNull()
    expect(headers['user-agent']).not.toMatch(/attest/i)
  }
})

test('a hostile page is shown as words, on a phone too', async ({ browser }) => {
  const hostile = `<!doctype html><title>Bad <b>page</b></title><meta property="og:title" content="&lt;img src=x onerror=alert(1)&gt;">
    <article><h1>Words of a page that means no good to whoever reads it</h1>
    <p>A first paragraph that is long enough to be the article of this page, whatever else stands around it here.</p>
    <p onclick="alert(2)">A second &lt;script&gt;alert(3)&lt;/script&gt; paragraph <script>alert(4)</script><svg onload=alert(5)></svg> goes on and on.</p>
    <iframe src="/canary-frame"></iframe><img src="/canary-img" onerror=alert(6)><style>@import '/canary-css'</style>
    <link rel=stylesheet href="/canary-link"><form action="/canary-form"><button>Go</button></form></article>`
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const alarms: string[] = []
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message())
    void dialog.dismiss()
  })
  const foreign: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).port === String(stand.sitePort)) foreign.push(request.url())
  })
  await new SignInPage(page).with(own.email('checker'), PASSWORD)
  const shelf = new ShelfPage(page)
  await shelf.open()
  await expectNoSideways(page, 'shelf on a phone')
  await expectClean(page, 'shelf on a phone')
  await shelf.paste(site.show('/bad', hostile))
  await expect(shelf.snapshots.getByRole('link', { name: /^Read/ })).toHaveCount(1)
  await expectNoSideways(page, 'source on a phone')
  await picture(page, 'source-phone')
  await shelf.snapshots.getByRole('link', { name: /^Read/ }).click()
  await expect(page.getByText('A second <script>alert(3)</script> paragraph')).toBeVisible()
  await expectNoSideways(page, 'snapshot on a phone')
  await expectClean(page, 'snapshot on a phone')
  await picture(page, 'snapshot-phone')
  expect(alarms).toEqual([])
  expect(foreign).toEqual([])
  expect(site.asked.filter(({ path }) => path.startsWith('/canary'))).toEqual([])
  await context.close()
})
