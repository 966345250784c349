import { expect, type Page, test } from '@playwright/test'
import { expectNoSideways } from './fixtures/axe.ts'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { picture } from './fixtures/picture.ts'
import { GalleyPage } from './pages/galley-page.ts'
import { RecordingPage } from './pages/recording-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

// On a phone, with the whole of the page in sight, and with nothing to say in the browser's console.

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

let own: OwnDesk
test.beforeAll(async () => {
  own = await OwnDesk.open('Mole')
  await own.check(3)
  await own.cite(2, 'A register with a title that is as long as titles of registers of harbours in the north are')
  await own.propose(4, 'It burned on 4 May 2021.', 'The log')
})
test.afterAll(async () => own?.close())

function warnings(page: Page): string[] {
  const found: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'warning' || message.type() === 'error') found.push(message.text())
  })
  page.on('pageerror', (error) => found.push(String(error)))
  return found
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`no page scrolls sideways on a phone, ${colorScheme}`, async ({ browser }) => {
    const page = await (await browser.newContext({ ...PHONE, colorScheme })).newPage()
    await new SignInPage(page).with(own.email('owner'), PASSWORD)
    const { id } = await own.db.source.findFirstOrThrow({ where: { workspaceId: own.desk.workspaceId } })
    const pages = ['', '/edit', '/details', '/review', '/history', '/report', '/upstream'].map(
      (part) => `${own.article}${part}`,
    )
    for (const path of ['/', '/review', '/sources', `/sources/${id}`, '/articles/new', '/settings/account', ...pages]) {
      await page.goto(path)
      await expect(page.getByRole('main')).toBeVisible()
      await expectNoSideways(page, path)
    }
    await page.goto(`${own.article}#C-2`)
    const galley = new GalleyPage(page)
    await galley.ready()
    await expect(galley.section('History')).toBeVisible()
    await expectNoSideways(page, 'the dossier')
    await picture(page, `smooth-phone-${colorScheme}`)
    await page.context().close()
  })

test('the main job on a phone: a claim is checked and commented on, and its words are in sight', async ({
  browser,
}) => {
  const page = await (await browser.newContext(PHONE)).newPage()
  const said = warnings(page)
  await new SignInPage(page).with(own.email('checker'), PASSWORD)
  const galley = new GalleyPage(page)
  await galley.open(own.article)
  await galley.claim('The owner had been warned.').tap()
  await expect(galley.section('History')).toBeVisible()
  await expect(galley.claim('The owner had been warned.')).toBeInViewport()
  await galley.comment('Who warned him?')
  await expect(galley.section('Discussion').getByText('Who warned him?')).toBeVisible()
  expect(said).toEqual([])
  await page.context().close()
})

test('the console has nothing to say of the main job', async ({ page }) => {
  const said = warnings(page)
  await new SignInPage(page).with(own.email('editor'), PASSWORD)
  const galley = new GalleyPage(page)
  await galley.open(own.article)
  await galley.choose('The mill stood by the river.')
  await galley.assess('Supported', 'High', 'The map has it.')
  await galley.comment('Which map?')
  const recording = new RecordingPage(page)
  await recording.openEditing(own.article)
  await recording.text.locator('p').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' It was rebuilt.')
  await recording.saved()
  await recording.look()
  for (const path of ['/review', '/history', '/report']) await page.goto(`${own.article}${path}`)
  await page.goto('/sources')
  await expect(page.getByRole('main')).toBeVisible()
  expect(said).toEqual([])
})
