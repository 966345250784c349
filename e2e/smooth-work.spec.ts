import { expect, type Page, test } from '@playwright/test'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { picture } from './fixtures/picture.ts'
import { GalleyPage } from './pages/galley-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

// What once stopped people at work: each is done as a person does it.

type Role = 'viewer' | 'checker' | 'editor' | 'owner'
let own: OwnDesk

test.beforeAll(async () => {
  own = await OwnDesk.open('Sluice')
})
test.afterAll(async () => own?.close())

async function at(page: Page, role: Role, path = own.article): Promise<GalleyPage> {
  await new SignInPage(page).with(own.email(role), PASSWORD)
  await page.goto(path)
  return new GalleyPage(page)
}

test('who is party to a dispute is not offered to settle it, and is told why and who can', async ({
  browser,
  page,
}) => {
  await own.rate(2, 'checker', 'supported')
  await own.rate(2, 'editor', 'refuted')
  const galley = await at(page, 'editor')
  await galley.ready()
  await galley.choose('At least 12 people')
  await expect(galley.dossier.getByText(/Assessments differ\. Sluice\d* owner can adjudicate\./)).toBeVisible()
  await expect(galley.dossier.getByRole('button', { name: 'Adjudicate' })).toHaveCount(0)
  await picture(page, 'smooth-dispute')

  const other = await (await browser.newContext()).newPage()
  const theirs = await at(other, 'owner')
  await theirs.ready()
  await theirs.choose('At least 12 people')
  await expect(theirs.dossier.getByText(/Assessments differ\. You can adjudicate\./)).toBeVisible()
  await theirs.dossier.getByRole('button', { name: 'Adjudicate' }).click()
  const form = theirs.dossier.getByRole('form', { name: 'Adjudicate' })
  await form.getByText('Supported', { exact: true }).click()
  await form.getByText('High', { exact: true }).click()
  await form.getByLabel('Reason').fill('The register has it.')
  await form.getByLabel('Reason').press('Control+Enter')
  await expect(form).toBeHidden()
  await other.context().close()
})

test('a stale claim says who has to look again, and an author is told why there is no form', async ({ page }) => {
  await own.check(3)
  await own.reword(3, 'The mill stood by the canal.', 'The map')
  const galley = await at(page, 'editor')
  await galley.ready()
  await galley.choose('The mill stood by the canal.')
  await expect(galley.dossier.getByText(/Sluice\d* checker has to re-affirm or assess it again\./)).toBeVisible()
  await expect(galley.dossier.getByText(/0 of 1 assessment, 0 of 1 independent origin/)).toBeVisible()
  await expect(galley.section('Assessments').getByText(/These words are yours/)).toBeVisible()
  await expect(galley.section('Assessments').getByRole('button', { name: /^Assess/ })).toHaveCount(0)
})

test('a mention is found by any part of a name with arrows and Enter; an answer, or “Dismiss”, clears it', async ({
  browser,
  page,
}) => {
  const galley = await at(page, 'checker')
  await galley.ready()
  await galley.choose('The owner had been warned.')
  await page.keyboard.press('c')
  const form = galley.dossier.getByRole('form', { name: 'Comment on the claim' })
  const box = form.getByLabel('Comment')
  await box.pressSequentially('Write to press@edito')
  await expect(form.getByRole('option')).toHaveCount(0)
  await box.fill('')
  await box.pressSequentially('Who warned him? @EDIT')
  await expect(form.getByRole('option')).toHaveCount(1)
  await box.press('Enter')
  await expect(box).toHaveValue(/@Sluice\d* editor $/)
  await box.press('Control+Enter')
  await expect(form).toBeHidden()
  await galley.comment(`See C-3 and https://sluice.example/register. @${await own.nameOf('editor')}`)
  const link = galley.section('Discussion').getByRole('link', { name: 'https://sluice.example/register', exact: true })
  await expect(link).toHaveAttribute('rel', /noreferrer/)
  await galley.section('Discussion').getByRole('link', { name: 'C-3' }).click()
  await expect(page).toHaveURL(/#C-3$/)

  const other = await (await browser.newContext()).newPage()
  await at(other, 'editor', '/')
  const mentions = other.getByRole('region', { name: 'Mentions' })
  await expect(mentions.getByRole('listitem')).toHaveCount(2)
  await picture(other, 'smooth-mentions')
  await mentions
    .getByRole('button', { name: /^Dismiss/ })
    .first()
    .click()
  await expect(mentions.getByRole('listitem')).toHaveCount(1)
  await mentions.getByRole('link').click()
  const theirs = new GalleyPage(other)
  await theirs.ready()
  await theirs.section('Discussion').getByRole('button', { name: 'Reply' }).first().click()
  const reply = theirs.dossier.getByRole('form', { name: 'Reply' })
  await reply.getByLabel('Reply').fill('The town clerk.')
  await reply.getByLabel('Reply').press('Control+Enter')
  await expect(reply).toBeHidden()
  await other.goto('/')
  await expect(mentions.getByText('No one is asking for you.')).toBeVisible()
  await other.context().close()
})

test('drafts are one person’s and go at sign-out; another tab’s text stops asking, and says why', async ({ page }) => {
  const galley = await at(page, 'checker')
  await galley.ready()
  await galley.choose('It burned on 3 May 2021.')
  await page.keyboard.press('c')
  const form = galley.dossier.getByRole('form', { name: 'Comment on the claim' })
  await form.getByLabel('Comment').fill('My own half-thought')
  const tab = await page.context().newPage()
  await tab.goto('/')
  await tab.getByRole('button', { name: /^Account of/ }).click()
  await tab.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(tab).toHaveURL(/\/sign-in/)
  await expect(page.getByText(/signed out|session has ended|Sign in/i).first()).toBeVisible()
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('attest.draft'))),
  ).toEqual([])

  await new SignInPage(tab).with(own.email('editor'), PASSWORD)
  await page.reload()
  await galley.ready()
  await expect(galley.section('Discussion')).toBeVisible()
  await page.keyboard.press('c')
  await expect(form.getByLabel('Comment')).toHaveValue('')
})

test('whoever signs in again from a form finds in it what they typed, also after a sign-out in another tab', async ({
  page,
}) => {
  const galley = await at(page, 'checker')
  await galley.ready()
  await galley.choose('It burned on 3 May 2021.')
  await page.keyboard.press('c')
  const form = galley.dossier.getByRole('form', { name: 'Comment on the claim' })
  await form.getByLabel('Comment').fill('A thought of some length')
  const tab = await page.context().newPage()
  await tab.goto('/')
  await tab.getByRole('button', { name: /^Account of/ }).click()
  await tab.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(tab).toHaveURL(/\/sign-in/)
  await tab.close()
  await form.getByRole('button', { name: 'Comment', exact: true }).click()
  await form.getByRole('button', { name: 'Sign in again' }).click()
  await new SignInPage(page).fill(own.email('checker'), PASSWORD)
  await galley.ready()
  await expect(form.getByLabel('Comment')).toHaveValue('A thought of some length')
})

test('links and citations are copied; an icon is there', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await own.cite(5, 'The clerk’s letter')
  const galley = await at(page, 'viewer')
  await galley.ready()
  await galley.choose('The owner had been warned.')
  await galley.dossier.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Link copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}${own.article}#C-5`)
  await galley.dossier.getByRole('button', { name: 'Copy citation' }).click()
  await expect(page.getByText('Citation copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('The clerk’s letter')
  const icon = await page.request.get('/favicon.ico')
  expect([icon.status(), icon.headers()['content-type']]).toEqual([200, 'image/x-icon'])
  await context.close()
})

test('after one’s own action nothing covers the page', async ({ page }) => {
  await own.propose(4, 'It burned on 4 May 2021.', 'The log')
  await own.propose(5, 'The owner was warned.', 'Shorter')
  await at(page, 'owner', `${own.article}/review`)
  const accept = page.getByRole('button', { name: 'Accept', exact: true }).first()
  await accept.click()
  await expect(page.getByRole('button', { name: 'Accept', exact: true })).toHaveCount(1)
  await expect(page.getByText('Something was recorded meanwhile.')).toHaveCount(0)
  await picture(page, 'smooth-own-action')
})

test('an editor takes over a proposal that the claim has moved on from', async ({ page }) => {
  const other = await OwnDesk.open('Race')
  await other.propose(3, 'The mill stood by the canal.', 'The map')
  await other.reword(3, 'The old mill stood by the river.', 'The register', 'owner')
  await new SignInPage(page).with(other.email('editor'), PASSWORD)
  await page.goto(`${other.article}/review`)
  await expect(page.getByText('It was written against a wording that has changed since.')).toBeVisible()
  await page.getByRole('button', { name: 'Take it over…' }).click()
  const form = page.getByRole('form', { name: 'Take over the proposal for C-3' })
  await picture(page, 'smooth-take-over')
  await form.getByLabel('Wording').fill('The old mill stood by the canal.')
  await form.getByLabel('Wording').press('Control+Enter')
  await expect(page.getByText('Recorded as a new revision. Its author is notified.')).toBeVisible()
  await page.goto(`${other.article}#C-3`)
  await expect(page.getByText('The old mill stood by the canal.').first()).toBeVisible()
  await other.close()
})

test('importing the same text twice asks first', async ({ page }) => {
  const title = `The quay ${Date.now() % 1_000_000}`
  const bring = async () => {
    await page.goto('/articles/new')
    await page.getByLabel(/^Text/).fill(`= ${title} =\n\nThe quay sank. No one was hurt.\n`)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
  }
  await new SignInPage(page).with(own.email('editor'), PASSWORD)
  await bring()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  const first = page.url()
  await bring()
  await expect(page.getByText('This text was imported before. Nothing was imported yet.')).toBeVisible()
  await picture(page, 'smooth-import-twice')
  await page.getByRole('button', { name: 'Import it as another article' }).click()
  await expect(page).toHaveURL(/\/articles\/the-quay-\d+-2$/)
  expect(page.url()).not.toBe(first)
})
