import { expect, type Page, test } from '@playwright/test'
import { GalleyPage } from './pages/galley-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

const FIRST = 'Throughout the year, partisans participated in blocking railways'
const OTHER = 'After the formation of the'

async function openEdit(page: Page, words: string) {
  await new SignInPage(page).as('checker')
  const galley = new GalleyPage(page)
  await galley.open()
  await galley.choose(words)
  await page.keyboard.press('e')
  const form = galley.dossier.getByRole('form', { name: 'Edit the wording' })
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await expect(form).toBeInViewport()
  return { galley, wording: form.getByLabel('Wording') }
}

test('typing, pasting, undoing and selecting stay within the claim', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { galley, wording } = await openEdit(page, FIRST)
  const before = await wording.inputValue()
  await page.keyboard.type(' More')
  await expect(wording).toHaveValue(`${before} More`)

  await test.step('undo takes it back', async () => {
    await page.keyboard.press('Control+z')
    await expect(wording).toHaveValue(before)
  })

  await test.step('rich text of several lines comes in as plain words', async () => {
    await page.evaluate(async () => {
      const item = new ClipboardItem({
        'text/html': new Blob(['<h1>Two</h1><p><b>lines</b></p>'], { type: 'text/html' }),
        'text/plain': new Blob(['Two\nlines'], { type: 'text/plain' }),
      })
      await navigator.clipboard.write([item])
    })
    await page.keyboard.press('Control+v')
    await expect(wording).toHaveValue(/Two lines$/)
    await page.keyboard.press('Control+z')
    await expect(wording).toHaveValue(before)
  })

  await test.step('select all is all of the claim', async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Short.')
    await expect(wording).toHaveValue('Short.')
    await expect(galley.claim(OTHER)).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(wording).toHaveValue(before)
  })

  await test.step('what is put in whole, by dictation or a phone’s suggestion, is the claim’s alone', async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('Said at once.')
    await expect(wording).toHaveValue('Said at once.')
    await expect(galley.claim(OTHER)).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(wording).toHaveValue(before)
  })

  await test.step('keys that move the caret stay in it, so that nothing typed is lost', async () => {
    for (const key of ['End', 'ArrowDown', 'PageDown']) {
      for (let times = 0; times < 4; times++) await page.keyboard.press(key)
      await page.keyboard.type('!')
    }
    await expect(wording).toHaveValue(`${before}!!!`)
    for (let times = 0; times < 8; times++) await page.keyboard.press('ArrowUp')
    await page.keyboard.type('?')
    await expect(wording).toHaveValue(/^\?Throughout.*!!!$/)
  })
})

test('a draft belongs to its claim, whatever is chosen meanwhile, and waits to be sent', async ({ page }) => {
  const { galley, wording } = await openEdit(page, FIRST)
  const before = await wording.inputValue()
  await page.keyboard.type(' Indeed.')
  await expect(wording).toHaveValue(/Indeed\.$/)
  await page.getByRole('navigation', { name: 'Outline' }).getByRole('link', { name: 'History' }).click()
  await expect(galley.dossier.getByRole('heading', { level: 2 })).toHaveText('C-63')
  await expect(galley.dossier.getByRole('form', { name: 'Edit the wording' })).toBeHidden()
  await expect(page.locator('.ProseMirror [data-claim="63"]')).toHaveText('History')
  await expect(page.locator('.ProseMirror')).not.toContainText('Indeed.')

  await galley.choose(OTHER)
  await page.keyboard.press('e')
  await expect(galley.dossier.getByRole('form', { name: 'Edit the wording' }).getByLabel('Wording')).toHaveValue(
    new RegExp(`^${OTHER}`),
  )
  await page.keyboard.press('Escape')
  await expect(galley.dossier.getByRole('form', { name: 'Edit the wording' })).toBeHidden()
  await expect(galley.claim(OTHER)).toBeFocused()

  await galley.choose(FIRST)
  await expect(galley.dossier.getByText('and have not sent it.')).toBeVisible()
  await galley.dossier.getByRole('button', { name: 'a wording' }).click()
  await expect(galley.dossier.getByRole('textbox', { name: 'Wording' })).toHaveValue(/Indeed\.$/)
  await expect(page.locator('.ProseMirror')).toContainText('Indeed.')
  await galley.dossier.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.locator('.ProseMirror')).not.toContainText('Indeed.')
  expect(before.trim()).toMatch(new RegExp(`^${FIRST}`))
})

test('a hard-wrapped and a right-to-left text can be edited, each in its direction', async ({ page }) => {
  await new SignInPage(page).as('editor')
  await page.goto('/articles/new')
  await page
    .getByLabel(/^Text/)
    .fill('= خبر =\n\nوقع الهجوم ليلا. لم يصب أحد.\n\nThe first line\ngoes on here. A second sentence.\n')
  await page.getByRole('button', { name: 'Import' }).click()
  const galley = new GalleyPage(page)
  await galley.ready()
  const direction = (words: string) =>
    galley.claim(words).evaluate((claim) => getComputedStyle(claim.closest('p') ?? claim).direction)
  expect(await direction('وقع الهجوم')).toBe('rtl')
  expect(await direction('A second sentence')).toBe('ltr')
  await galley.choose('goes on here')
  await page.keyboard.press('e')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('Yes.')
  const form = galley.dossier.getByRole('form', { name: 'Edit the wording' })
  await expect(form.getByLabel('Wording')).toHaveValue(/^The first line goes on here\. ?Yes\.$/)
  await form.getByLabel(/^Reason/).fill('Said so.')
  await form.getByRole('button', { name: 'Record' }).click()
  await expect(galley.claim('goes on here. Yes.').or(galley.claim('goes on here.Yes.'))).toBeVisible()
})

test('the focus is where the work is: in a form that opens, on the claim when it closes, on what was wrong', async ({
  page,
}) => {
  await new SignInPage(page).as('checker')
  const galley = new GalleyPage(page)
  await galley.open()
  await galley.choose('The partisans aim to depose')
  await page.keyboard.press('a')
  const form = galley.dossier.getByRole('form', { name: 'Assess the claim' })
  await expect(form.getByRole('radio').first()).toBeFocused()
  await form.getByRole('button', { name: 'Record assessment' }).click()
  await expect(form.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('Space')
  await form.getByText('High', { exact: true }).click()
  await form.getByLabel('Rationale').fill('Their own words.')
  await form.getByRole('button', { name: 'Record assessment' }).click()
  await expect(form).toBeHidden()
  await expect(page.locator('[data-claim]:focus')).toHaveText(/The partisans aim to depose/)
  await galley.dossier.getByRole('button', { name: 'Close the dossier' }).click()
  await expect(page.locator('[data-claim]:focus')).toHaveText(/The partisans aim to depose/)
})

test('a session that ended before re-affirming keeps the rationale', async ({ page, context }) => {
  await new SignInPage(page).as('owner')
  const galley = new GalleyPage(page)
  await galley.open()
  await galley.choose('Unknown, at least')
  await galley.dossier.getByRole('button', { name: 'See what changed' }).click()
  const form = galley.dossier.getByRole('form', { name: 'Re-affirm' })
  await form.getByLabel('Rationale').fill('Looked again.')
  await context.clearCookies()
  await form.getByRole('button', { name: 'Re-affirm' }).click()
  await expect(form.getByText(/Your session has ended/)).toBeVisible()
  await new SignInPage(page).as('owner')
  await galley.open()
  await galley.choose('Unknown, at least')
  await expect(form.getByLabel('Rationale')).toHaveValue('Looked again.')
})
