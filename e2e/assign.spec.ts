import { expect, type Page, test } from '@playwright/test'
import { expectClean, expectNoSideways } from './fixtures/axe.ts'
import { OwnDesk } from './fixtures/own-desk.ts'
import { LivePage } from './pages/live-page.ts'

let own: OwnDesk

test.beforeAll(async () => {
  own = await OwnDesk.open('Brickyard')
})

test.afterAll(() => own?.close())

const assignedTo = (one: LivePage) => one.galley.dossier.getByRole('region', { name: 'Assigned to' })
const desk = (page: Page) => page.getByRole('region', { name: 'Assigned to you' })
/** As a link from elsewhere opens a claim. */
const open = async (one: LivePage, claim: string) => {
  await one.page.goto('/')
  await one.openGalley(claim)
}
const mine = (one: LivePage) => one.page.getByRole('button', { name: /^Mine/ })

test('an editor assigns a claim to the checker, who sees it at once, does something about it, and gives it back', async ({
  browser,
}) => {
  const ann = await LivePage.signIn(browser, own, 'editor')
  const ben = await LivePage.signIn(browser, own, 'checker')
  await ben.openGalley()
  await expect(mine(ben)).toHaveText('Mine0')
  const table = await ben.context.newPage()
  await table.goto('/')
  await expect(desk(table)).toContainText('No claim is assigned to you.')

  await test.step('she chooses him from a menu, and says what to look for', async () => {
    await open(ann, 'C-3')
    await expect(assignedTo(ann)).toContainText('Assigned to no one')
    await assignedTo(ann).getByRole('button', { name: 'Assign …' }).click()
    // Viewers see to no claims.
    await expect(ann.page.getByRole('menuitem')).toHaveText([/checker$/, /owner$/])
    await ann.page.getByRole('menuitem', { name: ben.name }).click()
    await ann.page.getByLabel(`Note for ${ben.name}`).fill('Is there a map of the river?')
    await ann.page.keyboard.press('Enter')
  })

  await test.step('his galley shows it within a second, and his desk lists it', async () => {
    await expect(mine(ben)).toHaveText('Mine1', { timeout: 1_000 })
    await expect(ben.galley.claim('The mill stood')).toHaveAccessibleName(/^C-3, Unchecked, assigned to you\./)
    await expect(assignedTo(ann)).toContainText(ben.name)
    await table.reload()
    const item = desk(table).getByRole('listitem')
    await expect(item).toContainText('The mill stood by the river.')
    await expect(item).toContainText('Is there a map of the river?')
    await expect(item).toContainText('Unchecked')
    await expect(item).toContainText(`${ann.name} assigned C-3 to you`)
    await item.getByRole('button', { name: 'Got it' }).click()
    await expect(item).not.toContainText('assigned C-3 to you')
    await item.getByRole('link').click()
    await expect(table).toHaveURL(/#C-3$/)
  })

  await test.step('“Mine” leaves only it bright', async () => {
    await mine(ben).click()
    await expect(ben.galley.claim('It burned')).toHaveClass(/dimmed/)
    await expect(ben.galley.claim('The mill stood')).not.toHaveClass(/dimmed/)
    await ben.page.keyboard.press('j')
    await expect(ben.galley.dossier.getByRole('heading', { name: 'C-3' })).toBeVisible()
    await expect(assignedTo(ben)).toContainText('Is there a map of the river?')
  })

  await test.step('he gives it back by the keyboard, and stays where he was', async () => {
    const back = assignedTo(ben).getByRole('button', { name: 'Give back' })
    await back.focus()
    await ben.page.keyboard.press('Enter')
    await expect(assignedTo(ben)).toContainText('Assigned to no one')
    await expect(assignedTo(ben).getByRole('button', { name: 'Take it' })).toBeFocused()
    await expect(assignedTo(ann)).toContainText('Assigned to no one')
    await expect(mine(ben)).toHaveText('Mine0')
    await table.goto('/')
    await expect(desk(table)).toContainText('No claim is assigned to you.')
  })

  await test.step('he takes it himself; no one tells him so; she takes it back', async () => {
    await assignedTo(ben).getByRole('button', { name: 'Take it' }).click()
    await expect(assignedTo(ann)).toContainText(ben.name)
    await table.reload()
    await expect(desk(table).getByRole('listitem')).toHaveCount(1)
    await expect(desk(table).getByRole('button', { name: 'Got it' })).toHaveCount(0)
    await assignedTo(ann).getByRole('button', { name: 'Assign …' }).click()
    await ann.page.getByRole('menuitem', { name: `Take it back from ${ben.name}` }).click()
    await expect(assignedTo(ben)).toContainText('Assigned to no one')
  })
})

test('a checker has no menu; a viewer sees whose it is', async ({ browser }) => {
  await own.assign(4, '', 'owner', 'checker')
  const ben = await LivePage.signIn(browser, own, 'checker')
  await open(ben, 'C-4')
  await expect(assignedTo(ben)).toContainText(`${await own.nameOf('owner')}, `)
  await expect(assignedTo(ben).getByRole('button')).toHaveText(['Give back'])
  const eve = await LivePage.signIn(browser, own, 'viewer')
  await open(eve, 'C-4')
  await expect(assignedTo(eve)).toContainText(ben.name)
  await expect(assignedTo(eve).getByRole('button')).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`assigning reads well, ${colorScheme}, ${width} wide`, async ({ browser }, info) => {
      await own.assign(2, 'Whose count is it?', 'editor', 'owner')
      await own.assign(3, '', 'editor')
      const ann = await LivePage.signIn(browser, own, 'editor', { colorScheme, viewport: { width, height: 900 } })
      const look = async (what: string, isMenu = false) => {
        const name = `${what}-${colorScheme}-${width}.png`
        await ann.page.screenshot({ path: info.outputPath(name) })
        // An open menu lies beside the page's landmarks, over everything.
        if (!isMenu) await expectClean(ann.page, name)
        await expectNoSideways(ann.page, name)
      }
      await open(ann, 'C-2')
      await expect(assignedTo(ann)).toContainText('(you)')
      await look('dossier')
      await assignedTo(ann).getByRole('button', { name: 'Assign …' }).click()
      await expect(ann.page.getByRole('menuitem').first()).toBeVisible()
      await look('menu', true)
      await ann.page.getByRole('menuitem', { name: /checker$/ }).click()
      await expect(ann.page.getByLabel(/^Note for/)).toBeFocused()
      await look('form')
      await ann.page.goto('/')
      await expect(desk(ann.page).getByRole('listitem').first()).toBeVisible()
      await look('desk')
    })
