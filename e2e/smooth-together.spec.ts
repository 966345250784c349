import { type Browser, expect, test } from '@playwright/test'
import { OwnDesk } from './fixtures/own-desk.ts'
import { picture } from './fixtures/picture.ts'
import { LivePage } from './pages/live-page.ts'

// Two people in one paragraph, and one of them breaks it; a claim that is recorded again while someone types in it.

let own: OwnDesk
test.beforeEach(async () => {
  own = await OwnDesk.open('Sluice')
})
test.afterEach(() => own.close())

async function two(browser: Browser): Promise<[LivePage, LivePage]> {
  return [await LivePage.signIn(browser, own, 'editor'), await LivePage.signIn(browser, own, 'checker')]
}

/** The paragraphs of a text, without the names at the carets of others. */
const paragraphs = (one: LivePage): Promise<string[]> =>
  one.text.evaluate((text) =>
    [...text.querySelectorAll('p')].map((paragraph) => {
      const copy = paragraph.cloneNode(true) as HTMLElement
      for (const caret of copy.querySelectorAll('.their-caret')) caret.remove()
      return (copy.textContent ?? '').replaceAll('\u2060', '').trim()
    }),
  )
const expectParagraph = (one: LivePage, words: RegExp) =>
  expect.poll(() => paragraphs(one)).toContainEqual(expect.stringMatching(words))

test('a colleague’s Enter in the paragraph one types in: caret and words stay in their sentence', async ({
  browser,
}) => {
  const [ann, ben] = await two(browser)
  await ann.openText()
  await ben.openText()

  await test.step('while one types', async () => {
    await ben.typeAfter('had been warned.', ' The quick')
    await ann.expectWords('had been warned. The quick')
    await ann.typeAfter('in the mill. ', '')
    await ann.page.keyboard.press('Enter')
    await expectParagraph(ben, /^The mill stood/)
    await ben.page.keyboard.type(' brown fox.')
    for (const one of [ann, ben]) await expectParagraph(one, /^The mill stood.* warned\. The quick brown fox\.$/)
  })

  await test.step('without a connection', async () => {
    await ben.offline(true)
    await ben.typeAfter('3 May 2021', ' at night')
    await ann.typeAfter('by the river. ', '')
    await ann.page.keyboard.press('Enter')
    await ann.recording.saved()
    await ben.offline(false)
    for (const one of [ann, ben]) {
      await expectParagraph(one, /^The mill stood by the river\.$/)
      await expectParagraph(one, /^It burned on 3 May 2021 at night\. /)
    }
  })

  await test.step('in a word that is composed', async () => {
    const cdp = await ben.context.newCDPSession(ben.page)
    await ben.typeAfter('The quick brown fox.', ' ')
    await cdp.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 })
    await ann.typeAfter('3 May 2021 at night. ', '')
    await ann.page.keyboard.press('Enter')
    await ann.recording.saved()
    await cdp.send('Input.imeSetComposition', { text: 'かん', selectionStart: 2, selectionEnd: 2 })
    await cdp.send('Input.insertText', { text: '漢' })
    for (const one of [ann, ben]) await expectParagraph(one, /^The owner .* brown fox\. 漢$/)
    await ann.expectNoWords('か')
  })
  expect(await ann.words()).toBe(await ben.words())
})

test('a claim is recorded again while a colleague has other words for it: both changes, or both are shown', async ({
  browser,
}) => {
  const [ann, ben] = await two(browser)
  await ben.openText()
  await ben.typeOver('12', '15')
  await ben.recording.saved()

  await own.reword(2, 'At least 12 people were killed in the mill, on a clear day.', 'The paper says so')
  await ben.expectWords('At least 15 people were killed in the mill, on a clear day.')

  await own.reword(2, 'At least 13 people were killed in the mill, on a clear day.', 'The second list')
  await expect(ben.recording.differences).toContainText('1 claim differs from revision 3')
  await ben.expectWords('At least 15 people were killed in the mill, on a clear day.')
  await ben.recording.look()
  await expect(ben.contested).toContainText('One claim was changed by more than one person')
  await expect(ben.contested.getByText('The working text says').locator('+ dd')).toHaveText(/^At least 15 people/)
  await expect(ben.contested.getByText(`${ann.name} recorded meanwhile, in revision 3`).locator('+ dd')).toHaveText(
    /^At least 13 people/,
  )
  await picture(ben.page, 'recorded-meanwhile')
})

test('all claims that differ are put back at once; new words are shown, and stay', async ({ browser }) => {
  const ann = await LivePage.signIn(browser, own, 'editor')
  await ann.openText()
  await ann.typeOver('12', '15')
  await ann.typeOver('3 May', '4 May')
  await expect(ann.recording.differences).toContainText('2 claims differ')
  await ann.page.getByRole('button', { name: 'Put back all 2 claims…' }).click()
  await picture(ann.page, 'put-all-back')
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Put back all' }).press('Enter')
  await expect(ann.recording.differences).toContainText('The working text says what revision 1 says')
  await ann.expectWords('At least 12 people', 'It burned on 3 May 2021.')
})

test('the form that was open comes back after a reload; Escape closes one in the page and gives the focus back', async ({
  browser,
}) => {
  const ann = await LivePage.signIn(browser, own, 'editor')
  const { page, galley } = ann
  await own.propose(4, 'It burned on 4 May 2021.', 'The log')

  await test.step('a form that was open', async () => {
    await ann.openGalley('C-3')
    await expect(galley.section('History')).toBeVisible()
    await page.keyboard.press('a')
    await galley.dossier.getByLabel('Rationale').fill('The map has it.')
    await page.reload()
    await expect(galley.dossier.getByLabel('Rationale')).toHaveValue('The map has it.')
    await galley.dossier.getByRole('form', { name: 'Assess the claim' }).getByRole('button', { name: 'Cancel' }).click()
    await expect(galley.dossier.getByRole('button', { name: /^Assess/ })).toBeFocused()
  })

  await test.step('a rejection', async () => {
    await page.goto('/review')
    await page.getByRole('button', { name: 'Reject…' }).press('Enter')
    await expect(page.getByLabel('Your reason')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByLabel('Your reason')).toBeHidden()
    await expect(page.getByRole('button', { name: 'Reject…' })).toBeFocused()
  })
})

test('an assessment is for the words that were read: a colleague’s new wording is shown before it is sent', async ({
  browser,
}) => {
  const ann = await LivePage.signIn(browser, own, 'editor')
  const { page, galley } = ann
  await ann.openGalley('C-4')
  await expect(galley.section('History')).toBeVisible()
  await page.keyboard.press('a')
  const form = galley.dossier.getByRole('form', { name: 'Assess the claim' })
  await form.getByText('Supported', { exact: true }).click()
  await form.getByText('High', { exact: true }).click()
  await form.getByLabel('Rationale').fill('The third of May is right.')
  await own.reword(4, 'It burned on 4 May 2021.', 'The log', 'owner')
  await expect(form.getByText('The claim was reworded while you were writing.')).toBeVisible()
  await form.getByLabel('Rationale').press('Control+Enter')
  const read = form.getByRole('button', { name: 'I have read the new wording' })
  await expect(read).toBeFocused()
  await picture(page, 'reworded-while-writing')
  // A draft that is opened later is about the same words.
  await page.reload()
  await expect(form.getByText('The claim was reworded while you were writing.')).toBeVisible()
  await expect(form.getByLabel('Rationale')).toHaveValue('The third of May is right.')
  await read.press('Enter')
  await form.getByRole('button', { name: 'Record assessment' }).click()
  await expect(page.getByText('Assessment recorded.')).toBeVisible()
})

test('a claim that is merged away while someone writes about it leaves them their words', async ({ browser }) => {
  const ann = await LivePage.signIn(browser, own, 'editor')
  const { page, galley } = ann
  await ann.openGalley('C-5')
  await expect(galley.section('History')).toBeVisible()
  await page.keyboard.press('c')
  await galley.dossier.getByRole('textbox', { name: 'Comment' }).fill('Who had warned them?')
  await own.merge(4, 5, 'One sentence')
  const left = page.getByRole('alert', { name: 'What you typed about C-5' })
  await expect(left).toContainText('Who had warned them?')
  await expect(left).toBeFocused()
  await picture(page, 'left-behind')
  await left.getByRole('button', { name: 'Dismiss' }).click()
  await expect(left).toBeHidden()
})

test('Cancel keeps what was typed, and it can be discarded; a link to another claim leads there', async ({
  browser,
}) => {
  const ann = await LivePage.signIn(browser, own, 'editor')
  const { page, galley } = ann
  await ann.openGalley('C-3')
  await page.keyboard.press('a')
  await galley.dossier.getByLabel('Rationale').fill('A long thought.')
  await galley.dossier.getByRole('form', { name: 'Assess the claim' }).getByRole('button', { name: 'Cancel' }).click()
  await expect(galley.dossier.getByText('and have not sent it.')).toBeVisible()
  await galley.dossier.getByRole('button', { name: 'an assessment' }).click()
  await expect(galley.dossier.getByLabel('Rationale')).toHaveValue('A long thought.')
  await page.keyboard.press('Escape')
  await galley.dossier.getByRole('button', { name: 'Discard' }).click()
  await expect(galley.dossier.getByText('and have not sent it.')).toBeHidden()

  await own.assign(5, 'Please', 'editor')
  await page.reload()
  await page.getByRole('link', { name: 'Desk', exact: true }).click()
  await page.getByRole('link', { name: /C-5/ }).first().click()
  await expect(page).toHaveURL(/[^#]*#C-5$/)
  await expect(galley.dossier.getByRole('heading', { level: 2 })).toHaveText('C-5')
})
