import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { expectNoSideways } from './fixtures/axe.ts'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { picture } from './fixtures/picture.ts'
import { GalleyPage } from './pages/galley-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

// Everything is within reach: of the keyboard, at 200 %, and of those whom motion troubles.

type Role = 'checker' | 'editor' | 'owner'
const MILL = 'The mill stood by the river.'

let own: OwnDesk
let source: string
test.beforeAll(async () => {
  own = await OwnDesk.open('Culvert')
  source = await own.keep(3, 'The river board’s ledger', 'The board says that the mill stood by the river until 2021.')
  await own.ask(3, 'Which bank?')
  await own.propose(4, 'It burned on 4 May 2021.', 'The log')
  await own.reword(5, 'The owner had been warned twice.', 'Two letters')
})
test.afterAll(async () => own?.close())

async function at(page: Page, role: Role, path: string): Promise<void> {
  await new SignInPage(page).with(own.email(role), PASSWORD)
  await page.goto(path)
  await expect(page.getByRole('main')).toBeVisible()
}

const dossierOf = (page: Page) => page.getByRole('complementary', { name: /^Dossier/ })

/** Every dialog: where it is, and what opens it. */
const DIALOGS: [name: string, path: () => string, opener: (page: Page) => Locator][] = [
  ['withdraw a comment', () => `${own.article}#C-3`, (page) => inDiscussion(page, 'withdraw')],
  ['redact a comment', () => `${own.article}#C-3`, (page) => inDiscussion(page, 'redact…')],
  ['withdraw a citation', () => `${own.article}#C-3`, (page) => inEvidence(page, 'withdraw')],
  ['redact a citation', () => `${own.article}#C-3`, (page) => inEvidence(page, 'redact…')],
  ['read beside the claim', () => `${own.article}#C-3`, (page) => inEvidence(page, 'Read and quote')],
  ['restore', () => `${own.article}/history`, (page) => page.getByRole('button', { name: 'Restore revision 1' })],
  ['redact a summary', () => `${own.article}/history`, (page) => page.getByRole('button', { name: /^Redact/ }).first()],
  ['add a source', () => '/sources', (page) => page.getByRole('button', { name: 'Add a source' })],
  ['redact a field', () => `/sources/${source}`, (page) => page.getByRole('button', { name: 'Redact a field…' })],
  [
    'redact a grade’s reason',
    () => `/sources/${source}`,
    (page) => page.getByRole('button', { name: 'Redact reason…' }),
  ],
  [
    'redact a snapshot',
    () => `/sources/${source}`,
    (page) => page.getByRole('button', { name: 'Redact…', exact: true }),
  ],
]
const inDiscussion = (page: Page, name: string) =>
  dossierOf(page).getByRole('region', { name: 'Discussion' }).getByRole('button', { name, exact: true })
const inEvidence = (page: Page, name: string) =>
  dossierOf(page).getByRole('region', { name: 'Evidence' }).getByRole('button', { name, exact: true })

test('every dialog is opened by a key, holds the focus, and gives it back', async ({ page }) => {
  test.setTimeout(120_000)
  await at(page, 'owner', '/')
  for (const [name, path, opener] of DIALOGS)
    await test.step(name, async () => {
      // A claim in the address alone reads no page again.
      await page.goto('about:blank')
      await page.goto(path())
      await opener(page).focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      await expect(dialog.locator(':focus')).toHaveCount(1)
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(opener(page), name).toBeFocused()
    })

  await test.step('a redaction names what goes, and nothing that was never there', async () => {
    await page.goto('about:blank')
    await page.goto(`${own.article}#C-3`)
    await inDiscussion(page, 'redact…').click()
    await expect(page.getByRole('dialog')).toContainText('the words of the comment.')
    await expect(page.getByRole('dialog')).not.toContainText(/withdraw/i)
    await page.keyboard.press('Escape')
  })

  await test.step('reject a selection', async () => {
    await page.goto(`${own.article}/review`)
    await page.getByRole('checkbox', { name: 'Select the proposal for C-4' }).check()
    const reject = page.getByRole('button', { name: 'Reject 1…' })
    await reject.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(reject).toBeFocused()
  })

  await test.step('the list of keys', async () => {
    await page.goto(own.article)
    const galley = new GalleyPage(page)
    await galley.ready()
    await galley.claim(MILL).focus()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(galley.claim(MILL)).toBeFocused()
  })
})

test('every menu, and every list of people, offers arrows and Enter', async ({ page, browser }) => {
  await at(page, 'editor', `${own.article}#C-3`)
  const galley = new GalleyPage(page)
  await galley.ready()

  await test.step('the account', async () => {
    const menu = page.getByRole('button', { name: /^Account of/ })
    await menu.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Your account' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(menu).toBeFocused()
  })

  await test.step('to whom a claim is given', async () => {
    const assign = galley.dossier.getByRole('button', { name: 'Assign …' })
    await assign.focus()
    await page.keyboard.press('Enter')
    const names = page.getByRole('menuitem')
    await expect(names.first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    const chosen = await page.locator('[role="menuitem"][data-highlighted]').textContent()
    await page.keyboard.press('Enter')
    const form = galley.dossier.getByRole('form', { name: 'Assign the claim' })
    await expect(form.locator(':focus')).toHaveCount(1)
    // The letters of the picture come first.
    await expect(form).toContainText(chosen?.slice(2) ?? 'no one')
    await form.getByRole('button', { name: 'Do not assign' }).click()
    await expect(form).toBeHidden()
  })

  await test.step('who is here', async () => {
    const other = await (await browser.newContext()).newPage()
    await at(other, 'checker', own.article)
    const faces = page.getByRole('button', { name: /^Here now/ })
    await faces.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: /Follow/ })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Following/).first()).toBeVisible()
    await other.context().close()
  })

  await test.step('whom a comment mentions, and who cannot be', async () => {
    await galley
      .section('Discussion')
      .getByRole('button', { name: /^Comment/ })
      .click()
    const box = galley.dossier.getByRole('form', { name: 'Comment on the claim' }).getByLabel('Comment')
    await box.fill('Ask  about it')
    await box.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 4))
    await page.keyboard.type('@cul')
    await expect(page.getByRole('listbox', { name: 'Members to mention' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue(/^Ask @Culvert\d* \w+ about it$/)
    await page.keyboard.type('soon, ')
    await expect(box).toHaveValue(/^Ask @Culvert\d* \w+ soon, about it$/)
    await expect(galley.dossier.getByText(/No one on this desk/)).toHaveCount(0)
    await page.keyboard.press('End')
    await page.keyboard.type(', and @zdenka too')
    await expect(galley.dossier.getByText('No one on this desk is called @zdenka.')).toBeVisible()
    await picture(page, 'smooth-mention-unknown')
  })
})

test('what is typed at once behind the search key is searched for; within a filter, that is said', async ({ page }) => {
  await at(page, 'checker', own.article)
  const galley = new GalleyPage(page)
  await galley.ready()
  await galley.claim(MILL).focus()
  await page.keyboard.type('/mill', { delay: 0 })
  await expect(page.getByRole('searchbox', { name: 'Search the article' })).toHaveValue('mill')
  await page.getByRole('button', { name: /^Stale/ }).click()
  await expect(page.getByText('Only among “Stale”.')).toBeVisible()
  await page.getByRole('button', { name: 'Search all claims' }).click()
  await expect(page.getByText('Only among “Stale”.')).toHaveCount(0)
  await expect(page.getByText(/^2 claims$|^\d of 2 claims$/)).toBeVisible()
})

/** The main pages. */
const pages = () => [
  '/',
  '/review',
  '/sources',
  `/sources/${source}`,
  '/articles/new',
  '/settings/account',
  ...['', '/edit', '/review', '/history', '/history/1', '/history/compare?from=1&to=2', '/report', '/upstream'].map(
    (part) => `${own.article}${part}`,
  ),
]

/** What can be pressed and is, brought to the middle of the window, under something else; by its words. */
async function covered(page: Page, within: string): Promise<string[]> {
  return page.evaluate((root) => {
    const found: string[] = []
    for (const one of document.querySelectorAll<HTMLElement>(
      `${root} :is(a[href], button, input, select, textarea, summary)`,
    )) {
      if (!one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue
      one.scrollIntoView({ block: 'center', behavior: 'instant' })
      const [box] = one.getClientRects()
      // What is hidden from sight alone is a pixel large.
      if (!box || box.width < 4 || box.height < 4) continue
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      const label = one.closest('label')
      if (!hit || !(one.contains(hit) || hit.contains(one) || label?.contains(hit)))
        found.push(`${one.tagName} “${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40)}”`)
    }
    return found
  }, within)
}

const ZOOMED = { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 }

async function zoomed(browser: Browser, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await (await browser.newContext({ ...ZOOMED, colorScheme })).newPage()
  await new SignInPage(page).with(own.email('owner'), PASSWORD)
  return page
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`at 200 % no page scrolls sideways, and nothing covers what is pressed, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000)
    const page = await zoomed(browser, colorScheme)
    for (const path of pages()) {
      await page.goto(path)
      await expect(page.getByRole('main')).toBeVisible()
      await expectNoSideways(page, path)
      expect(await covered(page, 'main'), path).toEqual([])
      expect(await covered(page, 'header'), path).toEqual([])
    }
    await page.goto(`${own.article}#C-3`)
    const galley = new GalleyPage(page)
    await galley.ready()
    await expect(galley.section('History')).toBeVisible()
    await expectNoSideways(page, 'the dossier')
    expect(await covered(page, 'aside[aria-label^="Dossier"]'), 'the dossier').toEqual([])
    await picture(page, `smooth-zoom-${colorScheme}`)

    await page.goto(`${own.article}/history`)
    await page.getByRole('button', { name: 'Restore revision 1' }).click()
    await expect(page.getByRole('dialog').getByLabel('Reason')).toBeVisible()
    expect(await covered(page, '[role="dialog"]'), 'a dialog').toEqual([])
    await picture(page, `smooth-zoom-restore-${colorScheme}`)
    await page.context().close()
  })

test('where less motion is asked for, nothing moves', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await new SignInPage(page).with(own.email('owner'), PASSWORD)
  const still = async (what: string) =>
    expect
      .poll(
        () => page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length),
        {
          message: what,
          timeout: 2_000,
        },
      )
      .toBe(0)
  for (const path of pages()) {
    await page.goto(path)
    await expect(page.getByRole('main')).toBeVisible()
    await still(path)
  }
  await page.goto(`${own.article}#C-3`)
  const galley = new GalleyPage(page)
  await expect(galley.section('History')).toBeVisible()
  await still('the dossier')
  await inDiscussion(page, 'withdraw').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await still('a dialog')
  await page.keyboard.press('Escape')
  await galley.dossier.getByRole('button', { name: 'Take it' }).click()
  await expect(page.getByText('C-3 is yours to see to.')).toBeVisible()
  await still('a notice')
})
