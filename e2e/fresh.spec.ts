import { expect, test } from '@playwright/test'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { Person } from './fixtures/person.ts'
import { LivePage } from './pages/live-page.ts'
import { ReviewPage } from './pages/review-page.ts'

// Pages beside the galley that someone left open show what others recorded, without a reload.

let own: OwnDesk

test.beforeEach(async () => {
  own = await OwnDesk.open('Weir')
})

test.afterEach(() => own?.close())

test('a proposal comes to the open review pages and to the open desk, and goes when it is settled', async ({
  browser,
}) => {
  const ann = await LivePage.signIn(browser, own, 'editor')
  const ofArticle = new ReviewPage(ann.page)
  await ofArticle.open(own.article)
  await expect(ann.page.getByText('No proposal waits.')).toBeVisible()
  const other = await LivePage.signIn(browser, own, 'editor')
  const ofDesk = new ReviewPage(other.page)
  await ofDesk.openDesk()
  const third = await LivePage.signIn(browser, own, 'editor')
  await third.page.goto('/')
  const waiting = third.page.getByRole('region', { name: 'Waiting for your review' })
  await expect(waiting).toContainText('No proposals to review.')
  let loads = 0
  for (const { page } of [ann, other, third]) page.on('load', () => loads++)

  const ben = await LivePage.signIn(browser, own, 'checker')
  await ben.openGalley()
  await ben.galley.choose('The mill stood')
  const form = await ben.galley.reword('The mill stood by the canal.')
  await form.getByLabel(/^Reason/).fill('The river is elsewhere')
  await form.getByRole('button', { name: 'Propose' }).click()
  await expect(form).toBeHidden()
  const soon = { timeout: 2_000 }
  await expect(ofArticle.proposal('The river is elsewhere')).toBeVisible(soon)
  await expect(ofDesk.proposal('The river is elsewhere')).toBeVisible(soon)
  await expect(waiting.getByRole('link', { name: /1$/ })).toBeVisible(soon)

  await ofArticle.proposal('The river is elsewhere').getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(ofDesk.proposal('The river is elsewhere')).toBeHidden(soon)
  await expect(waiting).toContainText('No proposals to review.', soon)
  expect(loads).toBe(0)
})

test('what is being typed on a review page stays, and the rest waits for it', async ({ browser }) => {
  await own.propose(3, 'The mill stood by the canal.', 'The river is elsewhere')
  const ann = await LivePage.signIn(browser, own, 'editor')
  const review = new ReviewPage(ann.page)
  await review.open(own.article)
  const card = review.proposal('The river is elsewhere')
  await card.getByRole('button', { name: 'Reject…' }).click()
  const reason = card.getByLabel('Your reason')
  await reason.fill('The map of 1936 says')
  await own.propose(4, 'It burned on 4 May 2021.', 'The register')
  const note = ann.page.getByRole('status').filter({ hasText: 'Something was recorded meanwhile.' })
  await expect(note).toBeVisible()
  await expect(reason).toBeFocused()
  await ann.page.keyboard.type(' otherwise')
  await expect(review.cards).toHaveCount(1)
  await note.getByRole('button', { name: 'Show it' }).click()
  await expect(review.cards).toHaveCount(2)
  await expect(note).toBeHidden()
  await expect(reason).toHaveValue('The map of 1936 says otherwise')
})

test('what is being typed in a dossier stays under the hands while others record', async ({ browser }) => {
  const ann = await LivePage.signIn(browser, own, 'editor')
  await ann.page.goto('/')
  await ann.openGalley('C-2')
  await expect(ann.galley.section('Evidence')).toContainText('No source yet.')
  await ann.page.keyboard.press('c')
  const field = ann.galley.dossier.getByRole('form', { name: 'Comment on the claim' }).getByLabel('Comment')
  await expect(field).toBeFocused()
  await ann.page.keyboard.type('Are these names')
  const typedIn = await field.elementHandle()
  await own.cite(2, 'The parish book')
  await expect(ann.galley.section('Evidence')).toContainText('The parish book')
  await ann.page.keyboard.type(' or graves?')
  await expect(field).toHaveValue('Are these names or graves?')
  expect(await typedIn?.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('the desk lists what was assigned while it lay open, also after a time offline', async ({ browser }) => {
  const ben = await LivePage.signIn(browser, own, 'checker')
  await ben.page.goto('/')
  const desk = ben.page.getByRole('region', { name: 'Assigned to you' })
  await expect(desk).toContainText('No claim is assigned to you.')
  await own.assign(3, 'Is there a map?', 'checker')
  await expect(desk).toContainText('Is there a map?', { timeout: 2_000 })
  await ben.offline(true)
  await own.assign(4, 'In which year?', 'checker')
  await ben.offline(false)
  await expect(desk).toContainText('In which year?')
})

test('the stream is for members: strangers and others are refused, and one who leaves is let go', async () => {
  const stranger = await Person.stranger()
  const member = await Person.signedIn(own.email('viewer'), PASSWORD)
  const far = await OwnDesk.open('Ford')
  const foreigner = await Person.signedIn(far.email('owner'), PASSWORD)
  const address = `/api/desks/${own.desk.workspaceId}/events`
  const asStream = { Accept: 'text/event-stream' }
  expect((await stranger.get(address, asStream)).status()).toBe(401)
  expect((await foreigner.get(address, asStream)).status()).toBe(404)
  const stream = member.get(address, asStream)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await own.remove('viewer')
  const told = await stream
  expect(told.status()).toBe(200)
  expect(await told.text()).toMatch(/^(data: \d+\n\n)+$/)
  expect((await member.get(address, asStream)).status()).toBe(404)
  for (const one of [stranger, member, foreigner]) await one.close()
  await far.close()
})
