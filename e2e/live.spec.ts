import { type Browser, expect, test } from '@playwright/test'
import { OwnDesk } from './fixtures/own-desk.ts'
import { endServer } from './fixtures/server.ts'
import { LivePage } from './pages/live-page.ts'

// Several people at one desk, each in a browser of their own: what one does, the others see.

let own: OwnDesk
test.beforeEach(async () => {
  own = await OwnDesk.open('ferry')
})
test.afterEach(() => own.close())

async function two(browser: Browser): Promise<[LivePage, LivePage]> {
  return [await LivePage.signIn(browser, own, 'editor'), await LivePage.signIn(browser, own, 'checker')]
}

test('two people write in one text: the same words in both windows, each other’s carets, and undo of one’s own alone', async ({
  browser,
}) => {
  const [ann, ben] = await two(browser)
  await ann.openText()
  await ben.openText()

  await test.step('in different sentences', async () => {
    await Promise.all([ann.typeAfter('by the river', ' Biarozka'), ben.typeAfter('had been warned', ' twice')])
    for (const one of [ann, ben])
      await one.expectWords('The mill stood by the river Biarozka.', 'The owner had been warned twice.')
  })

  await test.step('each sees where the other writes', async () => {
    await expect(ann.caretOf(ben)).toBeVisible()
    await expect(ben.caretOf(ann)).toBeVisible()
  })

  await test.step('in one sentence, at the same moment', async () => {
    await Promise.all([ann.typeAfter('It burned', ' down'), ben.typeAfter('3 May 2021', ' at night')])
    for (const one of [ann, ben]) await one.expectWords('It burned down on 3 May 2021 at night.')
    expect(await ann.words()).toBe(await ben.words())
  })

  await test.step('undo takes back what one typed oneself', async () => {
    const undo = ann.page.getByRole('button', { name: 'Undo' })
    await expect(async () => {
      await undo.click()
      await expect(undo).toHaveAttribute('aria-disabled', 'true', { timeout: 500 })
    }).toPass()
    for (const one of [ann, ben]) {
      await one.expectNoWords('Biarozka', 'burned down')
      await one.expectWords('It burned on 3 May 2021 at night.', 'The owner had been warned twice.')
    }
    await expect(ann.recording.differences).toContainText('2 claims differ from revision 1')
    await expect(ann.recording.differences).toContainText(`typed by ${ben.name}`)
  })
})

test('who is here is seen, and what they are editing; following goes where they go, until one’s own key', async ({
  browser,
}) => {
  const [ann, ben] = await two(browser)
  await ann.openGalley('C-4')
  await ben.openGalley()
  await expect(ann.here).toHaveAccessibleName(`Here now: ${ben.name}`)

  await test.step('a claim opened for editing in the galley', async () => {
    await ben.galley.choose('It burned')
    await ben.page.keyboard.press('e')
    await expect(ann.galley.dossier.getByText(`${ben.name} is editing this claim`)).toBeVisible()
    await ben.galley.dossier.getByRole('button', { name: 'Cancel' }).first().click()
    await expect(ann.galley.dossier.getByText('is editing this claim')).toBeHidden()
  })

  await test.step('followed from claim to claim', async () => {
    await ann.follow(ben)
    for (const [words, key] of [
      ['The mill stood', 'C-3'],
      ['The owner had', 'C-5'],
    ] as const) {
      await ben.galley.choose(words)
      await expect(ann.galley.dossier.getByRole('heading', { name: key })).toBeVisible()
    }
  })

  await test.step('into the working text, with the caret', async () => {
    await ben.openText()
    await expect(ann.here).toHaveAccessibleName(`Here now: ${ben.name}`)
    await ben.typeAfter('It burned', ' down')
    await expect(ann.following.getByRole('link', { name: 'in the working text' })).toBeVisible()
    await expect(ann.galley.dossier.getByRole('heading', { name: 'C-4' })).toBeVisible()
    await expect(ann.galley.dossier.getByText(`${ben.name} is editing this claim`)).toBeVisible()
    await expect(ann.galley.dossier.locator('ins')).toHaveText('down')
    await expect(ann.galley.claim('It burned')).toHaveAccessibleName(/other words in the working text/)
  })

  await test.step('one’s own key ends it', async () => {
    await ann.page.keyboard.press('k')
    await expect(ann.following).toBeHidden()
    await expect(ann.galley.dossier.getByRole('heading', { name: 'C-3' })).toBeVisible()
    await ben.select('warned')
    await expect(ann.galley.dossier.getByText('is editing this claim')).toBeHidden()
    await expect(ann.galley.dossier.getByRole('heading', { name: 'C-3' })).toBeVisible()
  })

  await test.step('whoever leaves is gone', async () => {
    await ben.page.close()
    await expect(ann.here).toBeHidden()
  })
})

test('a comment, a source and an assessment come to the other’s open dossier; what is not theirs to see does not', async ({
  browser,
}) => {
  const rationale = 'The parish book has twelve names.'
  const [ann, ben] = await two(browser)
  await ann.openGalley('C-2')
  await expect(ann.galley.section('Assessments')).toContainText('No assessments yet.')
  await ben.openGalley('C-2')

  await test.step('a comment', async () => {
    await ben.galley.comment('Are these names or graves?')
    await expect(ann.galley.section('Discussion')).toContainText('Are these names or graves?')
  })

  await test.step('a source', async () => {
    await own.cite(2, 'The parish book')
    for (const one of [ann, ben]) await expect(one.galley.section('Evidence')).toContainText('The parish book')
  })

  await test.step('an assessment, but not what it says: she has not answered herself', async () => {
    await ben.galley.assess('Not enough evidence', 'High', rationale)
    await expect(ben.galley.section('Assessments')).toContainText(rationale)
    await expect(ann.galley.section('Assessments')).toContainText('1 hidden until 2 have answered')
    await expect(ann.galley.section('Assessments')).not.toContainText('Not enough evidence')
    expect(ann.heard.filter((said) => said.includes(rationale))).toEqual([])
    // So that what was listened to is known to be what there was to hear.
    expect(ann.heard.some((said) => said.includes('"type":"recorded"'))).toBe(true)
    expect(ann.heard.some((said) => said.includes('The parish book'))).toBe(true)
  })

  await test.step('both have answered: both see both', async () => {
    await ann.galley.assess('Not enough evidence', 'Low', 'No book that I have seen has twelve.')
    await expect(ann.galley.section('Assessments')).toContainText(rationale)
    await expect(ben.galley.section('Assessments')).toContainText('No book that I have seen has twelve.')
    expect(ann.heard.some((said) => said.includes(rationale))).toBe(true)
  })

  await test.step('a recorded wording stands in the text', async () => {
    await own.reword(3, 'The mill stood by the canal.', 'It is a canal')
    for (const one of [ann, ben]) {
      await expect(one.galley.claim('The mill stood by the canal.')).toBeVisible()
      await expect(one.page.getByText(/^Revision 2 · 5 claims/)).toBeVisible()
    }
  })
})

test('without a network one writes on; back again, or in another window later, the words are everyone’s', async ({
  browser,
}) => {
  const [ann, ben] = await two(browser)
  await ann.openText()
  await ben.openText()

  await test.step('the network goes while she types, and comes back', async () => {
    await ann.offline(true)
    await ann.typeAfter('by the river', ' Biarozka')
    await expect(ann.recording.note).toContainText(/Offline, \d+ changes kept in this browser\./)
    await ben.typeAfter('had been warned', ' twice')
    await ann.expectNoWords('twice')
    await ann.offline(false)
    for (const one of [ann, ben]) await one.expectWords('by the river Biarozka.', 'warned twice.')
    await ann.recording.saved()
    await expect.poll(() => ann.kept()).toBe(0)
  })

  await test.step('it goes again, and she closes the window', async () => {
    await ann.offline(true)
    await ann.typeAfter('It burned', ' down')
    await expect(ann.recording.note).toContainText(/Offline, \d+ changes kept in this browser\./)
    await expect.poll(() => ann.kept()).toBe(1)
    const later = await ann.anotherWindow()
    await ann.page.close()
    await ben.expectNoWords('burned down')
    await later.offline(false)
    await later.openText()
    for (const one of [later, ben]) await one.expectWords('It burned down on')
    await expect.poll(() => later.kept()).toBe(0)
    await expect(later.recording.differences).toContainText('3 claims differ from revision 1')
  })
})

test('the server is restarted while they type: both are told, go on, and nothing is lost', async ({ browser }) => {
  const [ann, ben] = await two(browser)
  await ann.openText()
  await ben.openText()
  await ann.typeAfter('by the river', ' Biarozka')
  await ann.recording.saved()
  endServer()
  for (const one of [ann, ben])
    await expect(one.recording.note).toContainText('Attest is being restarted. Reconnecting …')
  await ann.typeAfter('It burned', ' down')
  await ben.typeAfter('had been warned', ' twice')
  for (const one of [ann, ben]) {
    await expect(one.recording.note).toContainText(/Saved \d/, { timeout: 30_000 })
    await one.expectWords('by the river Biarozka.', 'It burned down on', 'warned twice.')
    await expect.poll(() => one.kept()).toBe(0)
  }
  await ben.page.reload()
  await ben.expectWords('by the river Biarozka.', 'It burned down on', 'warned twice.')
})

test('who may only read any more reads along; who is off the desk sees why, and no text; what they typed is safe', async ({
  browser,
}) => {
  const [ann, ben] = await two(browser)
  await ann.openText()
  await ben.openText()
  await ben.typeAfter('had been warned', ' twice')
  await ben.recording.saved()

  await test.step('a viewer now', async () => {
    await own.setRole('checker', 'viewer')
    await expect(ben.recording.note).toContainText('You can read along; your role does not let you write here.')
    await expect(ben.text).toHaveAttribute('contenteditable', 'false')
    await ann.typeAfter('by the river', ' Biarozka')
    await ben.expectWords('by the river Biarozka.')
    await expect(ben.page.getByRole('button', { name: 'Undo' })).toBeHidden()
  })

  await test.step('not of this desk any more', async () => {
    await own.remove('checker')
    await expect(ben.recording.note).toContainText('You are no longer on this desk')
    await ann.typeAfter('It burned', ' down')
    await ann.recording.saved()
    await ben.expectNoWords('burned down')
    await ben.page.reload()
    await expect(ben.page.getByText('warned')).toBeHidden()
    await expect(ben.page.getByRole('heading', { level: 1 })).not.toHaveText('The ferry')
  })

  await ann.expectWords('The owner had been warned twice.')
  await expect(ann.here).toBeHidden()
})

test('two who typed over the same number: what each meant is shown, the rest can be recorded, and the claim waits', async ({
  browser,
}) => {
  const [ann, ben] = await two(browser)
  await ann.openText()
  await ben.openText()
  for (const one of [ann, ben]) await one.offline(true)
  await ann.typeOver('12', '15')
  await ben.typeOver('12', '20')
  await ben.typeAfter('by the river', ' Biarozka')
  for (const one of [ann, ben]) await one.offline(false)
  for (const one of [ann, ben]) {
    await one.expectWords('by the river Biarozka.')
    await one.recording.saved()
  }
  await expect.poll(async () => (await ann.words()) === (await ben.words())).toBe(true)
  // Letter by letter: neither 15 nor 20, and which of the letters comes first is Yjs's to say.
  const together = (await ann.words()).match(/At least \d+ people were killed in the mill\./)?.[0] ?? ''
  expect(together).not.toMatch(/ (12|15|20) /)

  await test.step('said before it is recorded', async () => {
    // In the order in which their words reached the server, which two networks that come back at once do not say.
    await expect(ann.recording.differences).toContainText(
      new RegExp(`by (${ann.name}, ${ben.name}|${ben.name}, ${ann.name})`),
    )
    await ann.recording.look()
    await expect(ann.contested).toContainText('One claim was changed by more than one person')
    await expect(ann.contested.getByText('The working text says').locator('+ dd')).toHaveText(together)
    await expect(ann.contested.getByText(`${ann.name} typed`).locator('+ dd')).toHaveText(/^At least 15 people/)
    await expect(ann.contested.getByText(`${ben.name} typed`).locator('+ dd')).toHaveText(/^At least 20 people/)
  })

  await test.step('the other change is recorded without it', async () => {
    await ann.recording.choose('C-2', false)
    await expect(ann.contested).toBeHidden()
    await ann.recording.record('Record as revision 2', 'The map names the river')
    await expect(ann.page.getByText(/^Revision 2 · 5 claims .* 1 claim differs from revision 2$/)).toBeVisible()
    await expect(ann.galley.claim('The mill stood by the river Biarozka.')).toBeVisible()
    await expect(ann.galley.claim('At least 12 people')).toHaveAccessibleName(/other words in the working text/)
    await expect(ben.recording.differences).toContainText('1 claim differs from revision 2')
    await ben.expectWords(together)
  })

  await test.step('it is corrected, and recorded', async () => {
    await ann.openText()
    await ann.typeOver(together, 'At least 20 people were killed in the mill.')
    await ann.recording.look()
    await expect(ann.contested.getByText('The working text says').locator('+ dd')).toHaveText(/^At least 20 people/)
    await ann.recording.record('Record as revision 3', 'The second list counts twenty')
    await expect(ann.page.getByText(/^Revision 3 · 5 claims/)).toBeVisible()
    await expect(ann.galley.claim('At least 20 people')).toHaveAccessibleName(/Unchecked\. At least 20/)
    await expect(ben.recording.differences).toContainText('The working text says what revision 3 says')
  })
})

test('of what two typed, a third records one change; the other stays in the text', async ({ browser }) => {
  const [ann, ben] = await two(browser)
  const cleo = await LivePage.signIn(browser, own, 'owner')
  await ann.openText()
  await ben.openText()
  await ann.typeAfter('by the river', ' Biarozka')
  await ben.typeAfter('had been warned', ' twice')
  await cleo.openText()
  await cleo.expectWords('by the river Biarozka.', 'warned twice.')
  await expect(cleo.here).toHaveAccessibleName(/^Here now: .*(editor|checker), .*(editor|checker)$/)
  await cleo.recording.look()
  await expect(cleo.recording.preview).toContainText('2 of 2 changes chosen')
  await cleo.recording.choose('C-5', false)
  await expect(cleo.recording.preview).toContainText('1 of 2 changes chosen')
  await cleo.recording.record('Record as revision 2', 'The map names the river')
  await expect(cleo.page.getByText(/^Revision 2 · 5 claims .* 1 claim differs from revision 2$/)).toBeVisible()
  for (const one of [ann, ben]) {
    await expect(one.recording.differences).toContainText('1 claim differs from revision 2')
    await one.expectWords('by the river Biarozka.', 'warned twice.')
  }
})
