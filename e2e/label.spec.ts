import { expect, test } from '@playwright/test'
import { expectClean } from './fixtures/axe.ts'
import { PASSWORD } from './fixtures/desks.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { picture } from './fixtures/picture.ts'
import { GalleyPage } from './pages/galley-page.ts'
import { RecordingPage } from './pages/recording-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

const upstream = (label: string) => `= The quarry =

Infobox
- ${label}: 23

== The fire ==
At least 12 people were killed in the mill. The mill stood by the river. It burned on 3 May 2021. The owner had been warned.
`

test('a check belongs to a wording, and the label is part of the wording', async ({ page, browser }) => {
  const own = await OwnDesk.open('quarry')
  await new SignInPage(page).with(own.email('editor'), PASSWORD)
  const recording = new RecordingPage(page)
  const take = async (label: string, revision: number) => {
    await recording.openUpstream(own.article)
    await page.getByLabel(/^Text/).fill(upstream(label))
    await recording.look()
    return () => recording.record(`Record as revision ${revision}`, `It says “${label}” now`)
  }
  await (await take('Injured', 2))()
  await own.check(6)

  await test.step('before it is recorded, another label shows as another wording, with the checks at stake', async () => {
    const record = await take('Killed', 3)
    const reworded = recording.decision('Reworded', 'C-6')
    await expect(reworded.locator('del')).toHaveText('Injured')
    await expect(reworded.locator('ins')).toHaveText('Killed')
    await expect(reworded).toContainText('1 citation and 1 assessment will need another look')
    await expect(recording.preview.getByText('1 claim reworded, 5 unchanged')).toBeVisible()
    await expectClean(page, 'another label before it is recorded')
    await picture(page, 'label-preview-light')
    await record()
  })

  const context = await browser.newContext()
  const checker = await context.newPage()
  await new SignInPage(checker).with(own.email('checker'), PASSWORD)
  const galley = new GalleyPage(checker)
  await test.step('the check is stale, and re-affirmed against the labels', async () => {
    await galley.open(`${own.article}#C-6`)
    await galley.expectStatus('Stale')
    await expect(galley.dossier.getByText('Killed: 23').first()).toBeVisible()
    await galley.dossier.getByRole('button', { name: 'See what changed' }).click()
    const form = galley.dossier.getByRole('form', { name: 'Re-affirm' })
    await expect(form.locator('del')).toHaveText('Injured')
    await expect(form.locator('ins')).toHaveText('Killed')
  })

  await test.step('History, Compare and the report count the same and show both labels', async () => {
    await page.goto(`${own.article}/history`)
    await expect(page.getByText('1 claim reworded').first()).toBeVisible()
    await page.goto(`${own.article}/history/compare?from=2&to=3`)
    await expect(page.getByText('1 claim reworded, 5 unchanged')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'C-6' }).locator('ins')).toHaveText('Killed')
    await page.goto(`${own.article}/report`)
    const corrections = page.getByRole('region', { name: 'Corrections' })
    await expect(corrections.getByText('1 claim reworded.')).toBeVisible()
    await expect(corrections.getByRole('definition').filter({ hasText: 'Injured: 23' }).last()).toBeVisible()
    await expect(corrections.getByRole('definition').filter({ hasText: 'Killed: 23' }).last()).toBeVisible()
  })
  await context.close()
  await own.close()
})
