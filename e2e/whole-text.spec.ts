import { expect, type Page, test } from '@playwright/test'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { GalleyPage } from './pages/galley-page.ts'
import { RecordingPage } from './pages/recording-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

let own: OwnDesk
test.beforeEach(async () => {
  own = await OwnDesk.open('boathouse')
})
test.afterEach(() => own.close())

async function signIn(page: Page, role: 'editor' | 'checker'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(own.article)}`)
  await new SignInPage(page).fill(own.email(role), PASSWORD)
  await expect(page).toHaveURL((url) => url.pathname === own.article)
}

const paste = (page: Page, text: string) =>
  page.evaluate((words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

test('an editor writes in the whole text: typing, Enter, paste, undo; sees what it decides, corrects it, records it', async ({
  page,
}) => {
  await own.check(4)
  await signIn(page, 'editor')
  const recording = new RecordingPage(page)
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await expect(recording.text).toBeVisible()

  await test.step('words are typed anywhere; undo takes them back', async () => {
    const paragraph = recording.text.locator('p').first()
    await paragraph.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText(' He fled abroad.')
    await expect(paragraph).toContainText('warned. He fled abroad.')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(paragraph).not.toContainText('He fled')
    await page.getByRole('button', { name: 'Redo' }).click()
    await expect(paragraph).toContainText('He fled abroad.')
  })

  await test.step('words typed in the middle of the text stay there', async () => {
    const paragraph = recording.text.locator('p').first()
    await recording.saved()
    await page.reload()
    await expect(paragraph).toContainText('He fled abroad.')
    await recording.putBack('C-5')
    await expect(paragraph).not.toContainText('He fled')
    await paragraph.click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    await page.keyboard.insertText('Lo: ')
    await expect(paragraph).toContainText('Lo: At least 12')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' He fled abroad.')
  })

  await test.step('Enter makes a block, pasted text several', async () => {
    await page.keyboard.press('Enter')
    await paste(page, 'An inquiry was opened.\n\nIt found no arson.')
    await expect(recording.text.locator('p')).toHaveText([
      /He fled abroad\.$/,
      'An inquiry was opened.',
      'It found no arson.',
    ])
    await page.keyboard.press('Enter')
    await page.keyboard.type('Aftermath')
    await page.getByLabel('This block is a').selectOption('heading 2')
    await expect(recording.text.locator('h2')).toHaveText(['The fire', 'Aftermath'])
  })

  await test.step('it is the desk’s, and there again after a reload', async () => {
    await recording.saved()
    await page.reload()
    await expect(recording.text.locator('h2')).toHaveText(['The fire', 'Aftermath'])
  })

  await test.step('what becomes of each claim is shown, and can be corrected', async () => {
    await recording.text.getByText('It burned on 3 May 2021.').dblclick()
    await recording.look()
    await expect(recording.preview.getByText('4 claims new, 5 unchanged')).toBeVisible()
    await recording.text.locator('p').first().click()
    await page.keyboard.press('Control+Home')
    await recording.text.evaluate((node) => {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const at = text.textContent?.indexOf('3 May 2021') ?? -1
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(text, at)
        range.setEnd(text, at + '3 May 2021'.length)
        window.getSelection()?.removeAllRanges()
        window.getSelection()?.addRange(range)
      }
    })
    await page.keyboard.type('4 May 2021')
    await expect(recording.preview).toBeHidden()
    await recording.look()
    const changed = recording.decision('Reworded', 'It burned')
    await expect(changed.getByText('1 citation and 1 assessment will need another look')).toBeVisible()
    await changed.getByRole('button', { name: 'No, this is a new claim' }).click()
    await expect(recording.decision('Retired', 'It burned on 3 May 2021.')).toBeVisible()
    await recording.decision('New', 'It burned on 4 May').getByLabel('No, the same as').selectOption({ index: 1 })
    await expect(recording.decision('Reworded', 'It burned')).toBeVisible()
  })

  await test.step('recorded as one revision', async () => {
    await recording.record('Record as revision 2', 'What came after')
    const galley = new GalleyPage(page)
    await galley.ready()
    await expect(page.getByText('Revision 2 · 9 claims')).toBeVisible()
    await galley.choose('It burned')
    await galley.expectStatus('Stale')
    await galley.choose('Aftermath')
    await galley.expectStatus('Not checkable')
  })
})

test('a checker’s recording becomes proposals', async ({ page }) => {
  await signIn(page, 'checker')
  const recording = new RecordingPage(page)
  await recording.openEditing(own.article)
  await recording.text.locator('p').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' He fled abroad.')
  await recording.look()
  await recording.record('Propose', 'The register has it.')
  await expect(page.getByText('Revision 1 · 5 claims · 1 proposal waits')).toBeVisible()
})

test('what others record meanwhile comes into the working text, which keeps what was typed there', async ({
  page,
  browser,
}) => {
  await signIn(page, 'editor')
  const recording = new RecordingPage(page)
  await recording.openEditing(own.article)
  await recording.text.locator('p').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Backspace')
  await page.keyboard.type(' twice.')
  await expect(recording.differences).toContainText('1 claim differs from revision 1')

  await test.step('meanwhile someone else records twice', async () => {
    const other = await (await browser.newContext()).newPage()
    await signIn(other, 'editor')
    const galley = new GalleyPage(other)
    for (const [words, text] of [
      ['The owner had been', 'The owner had been warned often.'],
      ['The mill stood', 'The mill stood by the canal.'],
    ] as const) {
      await galley.open(own.article)
      await galley.choose(words)
      const form = await galley.reword(text)
      await form.getByLabel(/^Reason/).fill('Register')
      await form.getByRole('button', { name: 'Record' }).click()
      await expect(form).toBeHidden()
    }
    await other.context().close()
  })

  await test.step('the text stands on the newest revision, by itself', async () => {
    await expect(recording.text).toContainText('The mill stood by the canal.')
    await expect(recording.text).toContainText('The owner had been warned twice.')
    await expect(recording.differences).toContainText('1 claim differs from revision 3')
  })

  await recording.look()
  const reworded = recording.decision('Reworded', 'twice')
  await expect(reworded.getByText('C-5', { exact: true })).toBeVisible()
  await expect(reworded.locator('del')).toHaveText('often')
  await expect(reworded.locator('ins')).toHaveText('twice')
  await recording.record('Record as revision 4', 'Twice, says the register')
  await expect(new GalleyPage(page).claim('The owner had been warned twice.')).toBeVisible()
  await expect(new GalleyPage(page).claim('The mill stood by the canal.')).toBeVisible()
})

test('a claim is split between two words and merged again, from the keyboard', async ({ page }) => {
  await own.check(4)
  await signIn(page, 'editor')
  const galley = new GalleyPage(page)
  await galley.open(own.article)
  await galley.choose('It burned')
  await galley.section('History').getByRole('button', { name: 'Split or merge' }).press('Enter')
  const form = galley.dossier.getByRole('form', { name: 'Split or merge' })
  await form.getByRole('button', { name: 'Split before “on”' }).press('Enter')
  await expect(form.getByText('2 claims')).toBeVisible()
  await form.getByLabel(/^Reason/).fill('Two statements')
  await form.getByRole('button', { name: 'Split', exact: true }).press('Enter')
  await expect(form).toBeHidden()
  await expect(page.getByText('Revision 2 · 6 claims')).toBeVisible()
  await galley.choose('on 3 May 2021.')
  await galley.expectStatus('Stale')
  await expect(galley.section('Evidence').getByText('Register, page 4')).toBeVisible()
  await galley.section('History').getByRole('button', { name: 'Split or merge' }).press('Enter')
  await form.getByRole('button', { name: /^Merge with the previous claim/ }).press('Enter')
  await expect(form.getByText('One claim')).toBeVisible()
  await form.getByLabel(/^Reason/).fill('One after all')
  await form.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
  await expect(form).toBeHidden()
  await expect(page.getByText('Revision 3 · 5 claims')).toBeVisible()
})
