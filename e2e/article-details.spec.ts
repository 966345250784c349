import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Role } from '../lib/domain/desk/permission.ts'
import { expectClean, expectNoSideways } from './fixtures/axe.ts'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { picture } from './fixtures/picture.ts'
import { HistoryPage } from './pages/history-page.ts'
import { LivePage } from './pages/live-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

// What is said about an article as a whole is changed, and an article is taken off the desk and put back.

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

async function signedIn(browser: Browser, own: OwnDesk, role: Role, looks = {}): Promise<Page> {
  const page = await (await browser.newContext(looks)).newPage()
  await new SignInPage(page).with(own.email(role), PASSWORD)
  return page
}

const field = (page: Page, name: string) =>
  page.getByRole('form', { name: 'Details' }).getByRole('textbox', { name, exact: false })

test('an editor changes the details from the keyboard; history, report and galley say so', async ({ browser }) => {
  const own = await OwnDesk.open('Ferry')
  const page = await signedIn(browser, own, 'editor')
  await page.getByRole('link', { name: 'Details of The Ferry' }).click()
  await expect(page.getByRole('heading', { name: 'Details', level: 1 })).toBeVisible()
  await expect(field(page, 'Title')).toHaveValue('The Ferry')
  await field(page, 'Title').fill('')
  await field(page, 'Origin').fill('no address')
  await field(page, 'Title').press('Control+Enter')
  await expect(page.getByText('The title cannot be empty.')).not.toHaveCount(0)
  await expect(page.getByText(/Write the origin as a web address/)).not.toHaveCount(0)
  await expect(field(page, 'Title')).toBeFocused()
  await field(page, 'Title').fill('Трагедыя на пароме')
  await field(page, 'Language').fill('be')
  await field(page, 'Licence').fill('CC BY-SA 4.0')
  await field(page, 'Origin').fill('ferry.example/article')
  // What was typed survives a reload.
  await page.reload()
  await expect(field(page, 'Title')).toHaveValue('Трагедыя на пароме')
  await field(page, 'Reason').fill('As the paper printed it')
  await expectClean(page, 'details')
  await picture(page, 'details-form')
  await field(page, 'Reason').press('Control+Enter')
  await expect(page.getByText('The details were changed.')).toBeVisible()
  await expect(page.getByRole('banner').getByText('Трагедыя на пароме')).toBeVisible()
  await expect(field(page, 'Reason')).toHaveValue('')

  const history = new HistoryPage(page)
  await history.open(own.article)
  const amended = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Details changed' }) })
  await expect(amended).toContainText('Title: The Ferry')
  await expect(amended).toContainText('Трагедыя на пароме')
  await expect(amended).toContainText('As the paper printed it')
  await expect(amended).toContainText(await own.nameOf('editor'))
  await expectClean(page, 'history')
  await picture(page, 'details-history')

  await page.goto(own.article)
  await expect(page.locator('.sheet')).toHaveAttribute('lang', 'be')
  await page.goto(`${own.article}/report`)
  await expect(page.getByRole('heading', { name: 'Трагедыя на пароме' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /Details of the article/ })).toBeVisible()
  await page.context().close()
  await own.close()
})

test('two editors change the same detail: neither overwrites the other unseen', async ({ browser }) => {
  const own = await OwnDesk.open('Barge')
  const [one, two] = [await signedIn(browser, own, 'editor'), await signedIn(browser, own, 'owner')]
  for (const page of [one, two]) await page.goto(`${own.article}/details`)
  await field(two, 'Title').fill('The Barge, as the owner says')
  await field(one, 'Title').fill('The Barge of Lindau')
  await one.getByRole('button', { name: 'Save details' }).click()
  await expect(one.getByText('The details were changed.')).toBeVisible()
  await two.getByRole('button', { name: 'Save details' }).click()
  const alert = two.getByRole('alert').filter({ hasText: 'Someone changed the same meanwhile' })
  await expect(alert).toContainText('it is now The Barge of Lindau; you typed The Barge, as the owner says')
  await expect(field(two, 'Title')).toHaveValue('The Barge, as the owner says')
  await expectClean(two, 'conflict')
  await picture(two, 'details-conflict')
  await two.getByRole('button', { name: 'Save details' }).click()
  await expect(two.getByText('The details were changed.')).toBeVisible()
  await expect(two.getByRole('banner').getByText('The Barge, as the owner says')).toBeVisible()
  for (const page of [one, two]) await page.context().close()
  await own.close()
})

test('a checker and a viewer read the details and are offered no change of them', async ({ browser }) => {
  const own = await OwnDesk.open('Punt')
  for (const role of ['checker', 'viewer'] as const) {
    const page = await signedIn(browser, own, role)
    await page.goto(`${own.article}/details`)
    await expect(page.getByRole('definition').first()).toHaveText('The Punt')
    await expect(page.getByRole('form', { name: 'Details' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: /Archive/ })).toHaveCount(0)
    await page.context().close()
  }
  await own.close()
})

test('an archived article leaves the desk, cannot be written in any more where it is open, and comes back', async ({
  browser,
}) => {
  const own = await OwnDesk.open('Canoe')
  await own.propose(4, 'It burned on 4 May 2021.', 'The log')
  await own.assign(3, 'See the map', 'checker')
  const writer = await LivePage.signIn(browser, own, 'checker')
  await writer.openText()
  await writer.typeAfter('The owner had been warned', ' twice')
  await writer.recording.saved()

  const page = await signedIn(browser, own, 'editor')
  await page.goto(`${own.article}/details`)
  await page.getByRole('button', { name: 'Archive…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Archive this article?' })
  await expect(dialog).toContainText('No one can change it until it is brought back')
  await dialog.getByLabel('Reason').fill('Printed on Friday')
  await expectClean(page, 'archive dialog')
  await picture(page, 'details-archive')
  await dialog.getByLabel('Reason').press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Archived article' })).toContainText('Printed on Friday')

  // The page of anyone who writes in it says so at once; what was typed stays.
  await expect(writer.text).toHaveAttribute('contenteditable', 'false')
  await expect(writer.recording.note).toContainText('This article is archived')
  await writer.expectWords('had been warned twice')
  await expect(writer.page.getByRole('region', { name: 'Archived article' })).toBeVisible()
  await expect(writer.page.getByRole('button', { name: 'Review changes' })).toHaveCount(0)
  await picture(writer.page, 'details-archived-text')

  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Articles' }).getByRole('link', { name: 'The Canoe' })).toBeHidden()
  await expect(page.getByText('No proposals to review.')).toBeVisible()
  await page.getByText('Archived (1)').click()
  await expect(page.getByRole('list', { name: 'Archived articles' })).toContainText('Printed on Friday')
  await expectClean(page, 'desk')
  await picture(page, 'details-desk')
  await page.goto('/review')
  await expect(page.getByText('It burned on 4 May 2021.')).toHaveCount(0)
  await page.goto(`${own.article}/review`)
  await expect(page.getByText('4 May').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Accept/ })).toHaveCount(0)
  await page.goto(`${own.article}#C-3`)
  await expect(page.getByRole('complementary', { name: /^Dossier/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /Assess|Comment|Attach|Edit/ })).toHaveCount(0)

  await page.goto('/')
  await page.getByText('Archived (1)').click()
  await page.getByRole('button', { name: 'Bring back The Canoe' }).click()
  await expect(page.getByRole('link', { name: /^The Canoe/ })).toBeVisible()
  await expect(page.getByText('Archived (1)')).toHaveCount(0)
  await expect(writer.text).toHaveAttribute('contenteditable', 'true')
  await writer.typeAfter('warned twice', ' in writing')
  await writer.recording.saved()
  await page.goto(`${own.article}/history`)
  for (const name of ['Archived', 'Brought back'])
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
  await page.context().close()
  await writer.context.close()
  await own.close()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`on a phone, ${colorScheme}: details are changed, the article is archived and brought back`, async ({
    browser,
  }) => {
    const own = await OwnDesk.open('Skiff')
    const page = await signedIn(browser, own, 'owner', { ...PHONE, colorScheme })
    await page.goto(own.article)
    await page.getByRole('navigation', { name: 'This article' }).getByRole('link', { name: 'Details' }).tap()
    await field(page, 'Attribution').fill('The skiff’s crew')
    await expectNoSideways(page, 'details')
    await expectClean(page, `details, ${colorScheme}`)
    await picture(page, `details-phone-${colorScheme}`)
    await page.getByRole('button', { name: 'Save details' }).tap()
    await expect(page.getByText('The details were changed.')).toBeVisible()
    await page.getByRole('button', { name: 'Archive…' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Archive', exact: true }).tap()
    await expect(page.getByRole('heading', { name: 'Bring this article back' })).toBeVisible()
    await expectNoSideways(page, 'archived')
    await expectClean(page, 'archived')
    await picture(page, `details-phone-archived-${colorScheme}`)
    await page.getByLabel('Reason').fill('A letter came')
    await page.getByLabel('Reason').press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Archive this article' })).toBeVisible()
    await page.context().close()
    await own.close()
  })
