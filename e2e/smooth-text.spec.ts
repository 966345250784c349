import { expect, type Page, test } from '@playwright/test'
import { OwnDesk } from './fixtures/own-desk.ts'
import { picture } from './fixtures/picture.ts'
import { LivePage } from './pages/live-page.ts'

// Writing in the working text as people do: with other programs' clipboards, with cut and paste, with an input method.

let own: OwnDesk
test.beforeEach(async () => {
  own = await OwnDesk.open('lock')
})
test.afterEach(() => own.close())

/** As another program leaves it on the clipboard; the browser's own way in would clean it first. */
const paste = (page: Page, html: string, text: string) =>
  page.evaluate(
    ([markup = '', words = '']) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', markup)
      clipboardData.setData('text/plain', words)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    },
    [html, text],
  )

test('what is pasted from Word and Google Docs keeps its blocks; what Word had deleted is left out, and said', async ({
  browser,
}) => {
  const ann = await LivePage.signIn(browser, own, 'editor')
  await ann.openText()
  await ann.select('The owner had been warned.')
  await ann.page.keyboard.press('ArrowRight')
  await ann.page.keyboard.press('Enter')
  await paste(
    ann.page,
    `<h2>The count<o:p></o:p></h2><p class=MsoNormal>It broke in <del>February</del><ins>March</ins>.<span class=MsoCommentReference><a href="#_msocom_1">[AB1]</a></span></p>
     <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>two dead</p><p class=MsoQuote>We heard it go.</p>
     <div style='mso-element:comment-list'><div style='mso-element:comment'><p>Which?</p></div></div>`,
    'The count',
  )
  await expect(ann.text.locator('h2, h3', { hasText: 'The count' })).toBeVisible()
  await expect(ann.text.locator('li', { hasText: 'two dead' })).toBeVisible()
  await expect(ann.text.locator('blockquote', { hasText: 'We heard it go.' })).toBeVisible()
  await expect(ann.text.locator('p', { hasText: 'It broke in March.' })).toBeVisible()
  await expect(
    ann.page.getByText('Left out of what was pasted: a passage marked as deleted and a margin comment.'),
  ).toBeVisible()
  await picture(ann.page, 'smooth-paste')
  await ann.expectNoWords('February', 'Which?', 'AB1')
  await ann.context.close()
})

test('what is cut and pasted inside the article is still the same claim', async ({ browser }) => {
  const ann = await LivePage.signIn(browser, own, 'editor')
  await ann.openText()
  await ann.select('It burned on 3 May 2021. ')
  await ann.page.keyboard.press('Control+x')
  await ann.expectNoWords('It burned on 3 May 2021.')
  await ann.select('The owner had been warned.')
  await ann.page.keyboard.press('ArrowRight')
  await ann.page.keyboard.type(' ')
  await ann.page.keyboard.press('Control+v')
  await ann.expectWords('The owner had been warned. It burned on 3 May 2021.')
  await ann.recording.saved()
  await ann.recording.look()
  // One of the two changed places with the other; nothing is new, and nothing is gone.
  await expect(ann.recording.preview).toContainText('What you chose: 1 claim moved, 4 unchanged')
  await ann.context.close()
})

test('words composed with an input method are not doubled while a colleague types in the same claim', async ({
  browser,
}) => {
  const [ann, ben] = [await LivePage.signIn(browser, own, 'editor'), await LivePage.signIn(browser, own, 'owner')]
  await Promise.all([ann.openText(), ben.openText()])
  const input = await ann.context.newCDPSession(ann.page)
  const compose = (text: string) =>
    input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await ann.select('stood by')
  await ann.page.keyboard.press('ArrowRight')
  await ben.select('river')
  await ben.page.keyboard.press('ArrowRight')
  for (const [part, typed] of [
    ['に', '!'],
    ['にほ', '-bank'],
    ['にほん', '!'],
  ] as const) {
    await compose(part)
    await ben.page.keyboard.type(typed)
    await ben.recording.saved()
  }
  await input.send('Input.insertText', { text: '日本' })
  for (const one of [ann, ben]) {
    await one.expectWords('日本')
    await one.expectNoWords('に', '日本日本')
  }
  await ben.expectWords('river!-bank!')
  expect(await ann.words()).toBe(await ben.words())
  await Promise.all([ann.context.close(), ben.context.close()])
})

test('the first key in the text is typed into it, and takes nothing out', async ({ browser }) => {
  const ann = await LivePage.signIn(browser, own, 'editor')
  await ann.openText()
  const before = (await ann.text.textContent())?.length
  await ann.text.focus()
  await ann.page.keyboard.type('Also. ')
  await expect(ann.text).toContainText('Also.')
  await expect(ann.text).toContainText('The owner had been warned.')
  expect((await ann.text.textContent())?.length).toBe((before ?? 0) + 'Also. '.length)
  await ann.page.context().close()
})
