import { expect, type Page, test } from '@playwright/test'
import { newsPage, Site } from '../lib/platform/testing/news-site.ts'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { picture } from './fixtures/picture.ts'
import { stand } from './fixtures/server.ts'
import { DEMO, GalleyPage } from './pages/galley-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

// What once stopped people at work with keys: each is done as a person does it.

let site: Site
let own: OwnDesk

test.beforeAll(async () => {
  site = await Site.open(stand.sitePort)
  own = await OwnDesk.open('Weir')
})
test.afterAll(async () => {
  await site?.close()
  await own?.close()
})

async function galleyAs(page: Page, role: 'checker' | 'editor'): Promise<GalleyPage> {
  await new SignInPage(page).with(own.email(role), PASSWORD)
  const galley = new GalleyPage(page)
  await galley.open(own.article)
  return galley
}

/** Selects words inside one claim, as a mouse would. */
async function selectWords(page: Page, number: number, words: string) {
  await page.locator(`.ProseMirror [data-claim="${number}"]`).evaluate((claim, wanted) => {
    const walker = document.createTreeWalker(claim, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`“${wanted}” is not in the claim`)
  }, words)
}

test('Enter in the source field adds the address that was pasted there; an error leaves it there', async ({ page }) => {
  const galley = await galleyAs(page, 'checker')
  await galley.choose('The mill stood by the river.')
  await page.keyboard.press('s')
  const form = galley.dossier.getByRole('form', { name: 'Attach a source' })
  const url = site.show('/weir', newsPage(['The weir broke in March, says the town register.'], 'The weir'))
  await form.getByRole('combobox', { name: /^Source/ }).fill(url)
  await page.keyboard.press('Enter')
  await expect(form.getByText('The weir', { exact: true })).toBeVisible()
  await expect(form.getByRole('alert')).toHaveCount(0)

  await form.getByRole('button', { name: 'Change' }).click()
  const field = form.getByRole('combobox', { name: /^Source/ })
  await field.fill('http://[::1')
  await field.press('Enter')
  await expect(field).toHaveValue('http://[::1')
  await form.getByRole('button', { name: /New source/ }).click()
  await page.route('**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  const box = form.getByRole('textbox', { name: /^Paste an address/ })
  await box.fill('https://weir.example/second')
  await box.press('Enter')
  await expect(form.getByText(/Can’t reach Attest|Try again/i).first()).toBeVisible()
  await expect(box).toHaveValue('https://weir.example/second')
})

test('c comments on the selected words, whichever claim they are in, with none open; Ctrl+Enter sends', async ({
  page,
}) => {
  const galley = await galleyAs(page, 'checker')
  await selectWords(page, 3, 'stood by')
  await page.keyboard.press('c')
  const form = galley.dossier.getByRole('form', { name: 'Comment on the claim' })
  await expect(form.getByText('on “stood by”')).toBeVisible()
  await expect(page).toHaveURL(/#C-3$/)
  // Another claim's words, while this one is open.
  await form.getByLabel('Comment').fill('Where did it stand?')
  await page.keyboard.press('Escape')
  await selectWords(page, 4, '3 May')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/#C-4$/)
  await expect(form.getByText('on “3 May”')).toBeVisible()
  await form.getByLabel('Comment').fill('Which source has the day?')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  const said = galley.section('Discussion')
  await expect(said.getByText('on “3 May”')).toBeVisible()
  await expect(said.getByText('Which source has the day?')).toBeVisible()
})

test('letter keys work on a Belarusian layout; h leaves the claim where it is read', async ({ page }) => {
  await new SignInPage(page).as('checker')
  const galley = new GalleyPage(page)
  await galley.open()
  const devtools = await page.context().newCDPSession(page)
  const press = async (key: string, code: string, modifiers = 0) => {
    for (const type of ['keyDown', 'keyUp'] as const)
      await devtools.send('Input.dispatchKeyEvent', {
        type,
        key,
        code,
        modifiers,
        ...(type === 'keyDown' && { text: key }),
      })
  }
  await press('о', 'KeyJ')
  await expect(page).toHaveURL(/#C-\d+$/)
  const first = page.url()
  await press('о', 'KeyJ')
  await expect(page).not.toHaveURL(first)
  await press('л', 'KeyK')
  await expect(page).toHaveURL(first)
  await press(',', 'Slash', 8)
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()
  await press('.', 'Slash')
  await expect(page.getByRole('searchbox', { name: 'Search the article' })).toBeFocused()
  await page.keyboard.press('Escape')

  await page.goto(`${DEMO}#C-60`)
  await galley.ready()
  await expect(galley.section('History')).toBeVisible()
  await press('р', 'KeyH')
  await expect(galley.section('History').getByText('Wordings').or(galley.section('History')).first()).toBeInViewport()
  await expect(page.locator('.ProseMirror [data-claim="60"]')).toBeInViewport()
})

test('a filter jumps to its first match, says how many there are, and is in the address; Enter finds the next', async ({
  page,
}) => {
  await new SignInPage(page).as('checker')
  const galley = new GalleyPage(page)
  await galley.open()
  const show = page.getByRole('region', { name: 'Show' })
  await show.getByRole('button', { name: /^Numbers/ }).click()
  await expect(page).toHaveURL(/[?&]show=numbers/)
  await expect(show.getByText(/^1 of \d+ claims$/)).toBeVisible()
  await expect(page.locator('.ProseMirror .claim.hit')).toHaveCount(1)
  await expect(page.locator('.ProseMirror .claim.hit')).toBeInViewport()
  await show.getByRole('button', { name: /^Numbers/ }).click()

  const search = show.getByRole('searchbox', { name: 'Search the article' })
  await search.fill('partisan')
  await search.press('Enter')
  await expect(show.getByText(/^1 of \d+ claims$/)).toBeVisible()
  await search.press('Enter')
  await expect(show.getByText(/^2 of \d+ claims$/)).toBeVisible()
  await expect(page.locator('.ProseMirror .claim.hit')).toBeInViewport()
  await search.press('Shift+Enter')
  await expect(show.getByText(/^1 of \d+ claims$/)).toBeVisible()
  const marked = await page.evaluate(() => [...(CSS.highlights.get('attest-find') ?? [])].map(String))
  expect(marked.length).toBeGreaterThan(1)
  expect(new Set(marked.map((words) => words.toLowerCase()))).toEqual(new Set(['partisan']))
  await expect(page).toHaveURL(/[?&]find=partisan/)
  await picture(page, 'smooth-find')

  await page.reload()
  await galley.ready()
  await expect(search).toHaveValue('partisan')
  await expect(page.locator('.ProseMirror .claim.hit')).toBeInViewport()
})
