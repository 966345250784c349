import { expect, test } from '@playwright/test'
import { DEMO, GalleyPage } from './pages/galley-page.ts'
import { ReviewPage } from './pages/review-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

const REASON = 'The Brest report names two.'

test('reviewing claim revisions: from a proposal on the fatality count to a stale check re-affirmed', async ({
  browser,
}) => {
  const checker = await (await browser.newContext()).newPage()
  const editor = await (await browser.newContext()).newPage()
  await new SignInPage(checker).as('checker')
  await new SignInPage(editor).as('editor')
  const galley = new GalleyPage(checker)
  const review = new ReviewPage(editor)

  await test.step('the check made before the count changed is stale; its author re-affirms it against the diff', async () => {
    await galley.open()
    await galley.choose('Unknown, at least 1')
    await galley.expectStatus('Stale')
    await galley.dossier.getByRole('button', { name: 'See what changed' }).click()
    const form = galley.dossier.getByRole('form', { name: 'Re-affirm' })
    await expect(form.locator('ins')).toContainText('at least 1')
    await form.getByLabel('Rationale').fill('Still no source that counts the dead.')
    await form.getByRole('button', { name: 'Re-affirm' }).click()
    await expect(form).toBeHidden()
    await expect(galley.section('Assessments').getByText('re-affirmed')).toBeVisible()
  })

  await test.step('a checker proposes, typing in the text itself, and cannot accept it', async () => {
    await galley.section('History').getByRole('button', { name: /Edit/ }).click()
    const open = checker.locator('.ProseMirror .claim.editing')
    await expect(open).toHaveText('Unknown, at least 1')
    await checker.locator('.ProseMirror').press('End')
    await checker.keyboard.press('Backspace')
    await checker.keyboard.type('2')
    const form = galley.dossier.getByRole('form', { name: 'Edit the wording' })
    await expect(form.getByLabel('Wording')).toHaveValue('Unknown, at least 2')
    await expect(form.locator('del')).toHaveText('1')
    await expect(form.locator('ins')).toHaveText('2')
    await expect(form.getByRole('button', { name: 'Record' })).toBeHidden()
    await form.getByRole('button', { name: 'Propose' }).click()
    await expect(form.getByText('The reason cannot be empty.').first()).toBeVisible()
    await form.getByLabel(/^Reason/).fill(REASON)
    await form.getByRole('button', { name: 'Propose' }).click()
    await expect(form).toBeHidden()
    await expect(galley.claim('Unknown, at least 1')).toBeVisible()
    await checker.goto(`${DEMO}/review`)
    await expect(checker.getByText('You wrote this proposal: someone else decides on it.').first()).toBeVisible()
    await expect(checker.getByRole('button', { name: 'Accept' })).toBeHidden()
  })

  await test.step('an editor sees the diff, the reason and what is at stake; a rejection needs a reason', async () => {
    await review.open()
    const card = review.proposal(REASON)
    await expect(card.locator('del')).toHaveText('1')
    await expect(card.locator('ins')).toHaveText('2')
    await expect(card.getByText(/Would make stale: \d assessment/)).toBeVisible()
    await card.getByRole('button', { name: 'Reject…' }).click()
    await card.getByRole('button', { name: 'Reject', exact: true }).click()
    await expect(card.getByText('The reason cannot be empty.').first()).toBeVisible()
    await card.getByRole('button', { name: 'Accept' }).click()
    await expect(review.proposal(REASON).getByRole('button', { name: 'Accept' })).toBeHidden()
    await expect(editor.getByRole('region', { name: 'Settled' }).getByText('Accepted by Marek').first()).toBeVisible()
  })

  await test.step('the new wording stands, and the check on the old one is stale', async () => {
    await galley.open()
    await galley.choose('Unknown, at least 2')
    await galley.expectStatus('Stale')
    await expect(galley.section('History').getByText('superseded').first()).toBeVisible()
    await expect(galley.section('History').getByText('Accepted by Marek')).toBeVisible()
  })

  await test.step('an editor restores the wording before, as a new revision; the check stays stale until looked at', async () => {
    const desk = new GalleyPage(editor)
    await desk.open()
    await desk.choose('Unknown, at least 2')
    await desk.section('History').getByRole('button', { name: 'Restore this wording' }).first().click()
    await desk
      .section('History')
      .getByLabel(/^Reason/)
      .fill('The report was withdrawn.')
    await desk.section('History').getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(desk.claim('Unknown, at least 1')).toBeVisible()
    await desk.expectStatus('Stale')
  })
})

test('a rejected proposal tells its author why', async ({ browser }) => {
  const checker = await (await browser.newContext()).newPage()
  const editor = await (await browser.newContext()).newPage()
  await new SignInPage(checker).as('checker')
  await new SignInPage(editor).as('editor')
  const review = new ReviewPage(editor)
  await review.open()
  const card = review.proposal('The instrument was Decree No. 278.')
  await expect(card.locator('del')).toHaveText('law')
  await card.getByRole('button', { name: 'Reject…' }).click()
  await card.getByLabel('Your reason').fill('Keep the general word until we cite the decree itself.')
  await card.getByRole('button', { name: 'Reject', exact: true }).click()
  await expect(editor.getByRole('region', { name: 'Settled' }).getByText('Keep the general word').first()).toBeVisible()
  await checker.goto(`${DEMO}/review`)
  await expect(checker.getByText('Keep the general word until we cite the decree itself.')).toBeVisible()
  await checker.goto('/')
  const answers = checker.getByRole('region', { name: 'Decisions on your proposals' })
  await expect(answers).toContainText('Keep the general word until we cite the decree itself.')
})

test('a wording that changed meanwhile comes back with all three texts', async ({ browser }) => {
  const checker = await (await browser.newContext()).newPage()
  const editor = await (await browser.newContext()).newPage()
  await new SignInPage(checker).as('checker')
  await new SignInPage(editor).as('editor')
  const mine = new GalleyPage(checker)
  const theirs = new GalleyPage(editor)
  await mine.open()
  await theirs.open()
  await mine.choose('The rail war in Belarus began')
  const proposal = await mine.reword('The rail war in Belarus began on 26 February 2022.')
  await proposal.getByLabel(/^Reason/).fill('More exact.')

  await theirs.choose('The rail war in Belarus began')
  const recording = await theirs.reword('The rail war in Belarus began in late February 2022.')
  await recording.getByLabel(/^Reason/).fill('As the sources have it.')
  await recording.getByRole('button', { name: 'Record' }).click()
  await expect(theirs.claim('late February 2022')).toBeVisible()

  await proposal.getByRole('button', { name: 'Propose' }).click()
  const conflict = proposal.getByRole('alert').filter({ hasText: 'Nothing was recorded, nothing is lost' })
  await expect(conflict).toContainText('The rail war in Belarus began in February 2022.')
  await expect(conflict).toContainText('late')
  await expect(conflict).toContainText('on 26')
  await conflict.getByRole('button', { name: 'Continue from the current wording' }).click()
  await expect(proposal.getByLabel('Wording')).toHaveValue('The rail war in Belarus began on 26 February 2022.')
  await proposal.getByRole('button', { name: 'Propose' }).click()
  await expect(proposal).toBeHidden()
})
