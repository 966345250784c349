import { expect, type Page, test } from '@playwright/test'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { RecordingPage } from './pages/recording-page.ts'
import { ReviewPage } from './pages/review-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

let own: OwnDesk
test.beforeEach(async () => {
  own = await OwnDesk.open('lockhouse')
})
test.afterEach(() => own.close())

async function signIn(page: Page, role: 'editor' | 'checker', path = '/'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
  await new SignInPage(page).fill(own.email(role), PASSWORD)
  await expect(page).toHaveURL((url) => url.pathname === path)
}

const RECORDING = 'What the inquiry found.'

test('many proposals: filtered, accepted together, rejected with a reason; the author is told, and amends', async ({
  browser,
}) => {
  const checker = await (await browser.newContext()).newPage()
  const editor = await (await browser.newContext()).newPage()
  const review = new ReviewPage(editor)

  await test.step('a checker proposes wordings one by one, and a whole text', async () => {
    await own.check(4)
    await own.propose(3, 'The mill stood by the canal.', 'The old map.')
    await own.propose(4, 'It burned on 4 May 2021.', 'The fire brigade’s log.')
    await own.propose(5, 'The owner had been warned twice.', 'Two letters.')
    await signIn(checker, 'checker', own.article)
    const recording = new RecordingPage(checker)
    await recording.openEditing(own.article)
    await recording.text.locator('p').first().click()
    await checker.keyboard.press('Control+End')
    await checker.keyboard.type(' Nobody was charged.')
    await recording.text.locator('h2').click()
    await checker.keyboard.press('End')
    await checker.keyboard.type(' at the mill')
    await expect(recording.text.locator('h2')).toHaveText('The fire at the mill')
    await recording.look()
    await recording.record(/Propose/, RECORDING)
    // Meanwhile someone else gives C-3 other words.
    await own.reword(3, 'The mill stood by the old river.', 'As in the deed.', 'owner')
  })

  await test.step('an editor finds them all on the desk, and filters', async () => {
    await signIn(editor, 'editor')
    await editor.getByRole('link', { name: 'Review all articles together' }).click()
    await expect(review.cards).toHaveCount(5)
    await expect(review.recording(RECORDING).getByRole('listitem', { name: /^Proposal/ })).toHaveCount(2)
    await expect(review.proposal('Nobody was charged.')).toContainText('behind C-5')
    await expect(review.proposal('The old map.')).toContainText('written against a wording that has changed since')
    await review.filter((form) => form.getByLabel('Numbers change').check())
    await expect(review.cards).toHaveCount(1)
    await expect(review.proposal('It burned on')).toContainText('Would make stale: 1 assessment and 1 citation.')
    await editor.goBack()
    await expect(review.cards).toHaveCount(5)
    await expect(editor.getByLabel('Numbers change')).not.toBeChecked()
    await review.filter((form) => form.getByLabel('Kind').selectOption('New claims'))
    await expect(review.cards).toHaveCount(1)
    await expect(editor).toHaveURL(/kind=new/)
    await editor.getByRole('link', { name: 'Show all' }).click()
    await expect(review.cards).toHaveCount(5)
  })

  await test.step('accepts all of the recording and more at once; what is in conflict is not offered for it, and waits', async () => {
    await review.recording(RECORDING).getByLabel('Select all of this recording (2)').check()
    await review.select('Two letters.', 'The old map.')
    await expect(review.selection).toContainText('4 selected')
    await expect(review.selection).toContainText('1 can’t be accepted as proposed')
    await expect(review.selection.getByRole('button', { name: 'Reject 4…' })).toBeVisible()
    await review.selection.getByRole('button', { name: 'Accept 3' }).click()
    await expect(review.report).toContainText('3 accepted in 2 revisions (3 to 4).')
    await expect(review.cards).toHaveCount(2)
    await expect(review.selection).toBeHidden()
  })

  await test.step('rejects one of the selection with a reason, which it asks for', async () => {
    await review.select('The fire brigade’s log.')
    await review.selection.getByRole('button', { name: 'Reject 1…' }).click()
    const dialog = editor.getByRole('dialog', { name: 'Reject this proposal' })
    await dialog.getByRole('button', { name: 'Reject 1' }).click()
    await expect(dialog.getByText('The reason cannot be empty.').first()).toBeVisible()
    await dialog.getByLabel(/^Reason/).fill('The log was written the day after.')
    await dialog.getByRole('button', { name: 'Reject 1' }).click()
    await expect(review.report).toContainText('1 rejected.')
    await expect(review.cards).toHaveCount(1)
  })

  await test.step('the checker is told of each, with the reason, until they have seen it', async () => {
    await checker.goto('/')
    const answers = checker.getByRole('region', { name: 'Decisions on your proposals' })
    await expect(answers.getByRole('listitem')).toHaveCount(4)
    const rejected = answers.getByRole('listitem').filter({ hasText: 'Rejected' })
    await expect(rejected).toContainText('The log was written the day after.')
    await expect(rejected.getByRole('link')).toHaveAttribute('href', `${own.article}#C-4`)
    await rejected.getByRole('button', { name: 'Got it' }).click()
    await expect(answers.getByRole('listitem')).toHaveCount(3)
    await answers.getByRole('button', { name: 'Mark all 3 read' }).click()
    await expect(answers).toContainText('No new decisions.')
    await checker.reload()
    await expect(answers).toContainText('No new decisions.')
  })

  await test.step('and amends the one in conflict on top of what stands; it can be accepted then', async () => {
    const mine = new ReviewPage(checker)
    await mine.open(own.article)
    await expect(checker.getByRole('checkbox', { name: /^Select/ })).toHaveCount(0)
    await mine.proposal('The old map.').getByRole('button', { name: 'Amend it' }).click()
    const form = checker.getByRole('form', { name: 'Amend the proposal for C-3' })
    await expect(form.getByLabel('Wording')).toHaveValue('The mill stood by the canal.')
    await form.getByLabel('Wording').fill('The mill stood by the old canal.')
    await expect(form.locator('ins')).toHaveText('canal')
    await form.getByRole('button', { name: 'Amend', exact: true }).click()
    await expect(form).toBeHidden()
    await expect(mine.proposal('The old map.').locator('del')).toHaveText('river')
    await review.open(own.article)
    const card = review.proposal('The old map.')
    await card.getByRole('button', { name: 'Accept' }).click()
    await expect(review.cards).toHaveCount(0)
    await expect(editor.getByRole('region', { name: 'Settled' })).toContainText('Accepted by')
  })
})
