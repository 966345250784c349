import { createHash } from 'node:crypto'
import { copyFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { canonicalJson, type Json } from '../lib/domain/desk/audit.ts'
import { GalleyPage } from './pages/galley-page.ts'
import { ReportPage } from './pages/report-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

test('exporting a sourced report: the file holds every claim, its citations and a hash that can be re-checked', async ({
  page,
  browser,
}) => {
  await new SignInPage(page).as('editor')
  const galley = new GalleyPage(page)
  await galley.open()
  await page.getByRole('link', { name: 'Report' }).click()
  const reports = new ReportPage(page)
  await expect(reports.downloadLink).toBeVisible()
  const file = await reports.download()
  const answer = await page.request.get((await reports.downloadLink.getAttribute('href')) ?? '')
  expect(answer.headers()['content-security-policy']).toContain('sandbox')
  expect(file.name).toMatch(/^belarusian-partisan-movement-2020-present-r\d+.*\.html$/)

  await test.step('its claims and citations are those of the desk', async () => {
    const { claims, bibliography } = file.report
    expect(claims).toHaveLength(109)
    const claim = claims.find(({ key }) => key === 'C-84')
    expect(claim?.text).toContain('BYPOL claimed that Belarusian partisans were responsible')
    expect(claim).toMatchObject({ status: 'disputed', origins: 2 })
    expect(
      claim?.citations.map(({ stance, reliability, credibility }) => [stance, `${reliability}${credibility}`]),
    ).toEqual([
      ['supports', 'B2'],
      ['supports', 'B2'],
      ['supports', 'C3'],
      ['context', 'C3'],
    ])
    expect(claim?.disagreement.map(({ verdict }) => verdict).toSorted()).toEqual(['conflicting_evidence', 'supported'])
    expect(bibliography.length).toBeGreaterThanOrEqual(17)
    expect(file.report.corrections[0]).toMatchObject({
      before: 'Fatalities: Unknown',
      after: 'Fatalities: Unknown, at least 1',
    })
  })

  await test.step('its hash comes out again from the file alone', () => {
    const hash = createHash('sha256')
      .update(canonicalJson(file.report as unknown as Json))
      .digest('hex')
    expect(file.html).toContain(`<code>${hash}</code>`)
  })

  await test.step('exporting the same revision again gives the same bytes', async () => {
    expect((await reports.download()).html).toBe(file.html)
  })

  await test.step('it opens from a disk, asks nothing of anyone, and runs nothing', async () => {
    const path = `${file.path}.html`
    await copyFile(file.path, path)
    const offline = await browser.newContext({ offline: true })
    const reader = await offline.newPage()
    const asked: string[] = []
    reader.on('request', (request) => asked.push(request.url()))
    const address = pathToFileURL(path).href
    await reader.goto(address)
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(/Belarusian partisan movement/)
    await expect(reader.getByText('The claim says what BYPOL claimed, and it did claim it.').first()).toBeVisible()
    expect(asked).toEqual([address])
    expect(await reader.locator('script:not([type="application/json"])').count()).toBe(0)
  })
})

test('an older revision is reported as it stood; a checker may read it and not download it', async ({ page }) => {
  await new SignInPage(page).as('checker')
  const reports = new ReportPage(page)
  await reports.open(1)
  await expect(reports.downloadLink).toBeHidden()
  await expect(page.getByRole('main')).toContainText('This report no longer changes.')
  const download = await page.request.get('/api/articles/belarusian-partisan-movement-2020-present/report?revision=1')
  expect(download.status()).toBe(403)
  const nowhere = await page.goto('/articles/belarusian-partisan-movement-2020-present/report?revision=999')
  expect(nowhere?.status()).toBe(404)
})
