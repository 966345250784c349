import { expect, test } from '@playwright/test'
import { picture } from './fixtures/picture.ts'
import { DEMO, GalleyPage } from './pages/galley-page.ts'
import { RecordingPage } from './pages/recording-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

// The pictures that the README shows. `ATTEST_PICTURES=docs/pictures npm run check -- e2e pictures.spec.ts` keeps them;
// otherwise they go with the test's other output.

for (const theme of ['light', 'dark'] as const)
  test(`the screens, ${theme}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: theme })
    await context.addCookies([{ name: 'first-steps', value: 'done', url: test.info().project.use.baseURL ?? '' }])
    const page = await context.newPage()
    await new SignInPage(page).as('owner')
    await expect(page.getByRole('heading', { name: 'Articles' })).toBeVisible()
    await picture(page, `desk-${theme}`)
    const galley = new GalleyPage(page)
    await galley.open(`${DEMO}#C-84`)
    await expect(galley.section('History')).toBeVisible()
    await page.getByRole('heading', { level: 2 }).first().click()
    await picture(page, `galley-${theme}`)
    await page.goto(`${DEMO}/review`)
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible()
    await picture(page, `review-${theme}`)
    const recording = new RecordingPage(page)
    await recording.openEditing(DEMO)
    await recording.text.getByText('Partisan activity increased').click()
    await page.keyboard.press('Home')
    await page.keyboard.insertText('According to BYPOL, fewer trains ran. ')
    await recording.look()
    await picture(page, `editing-${theme}`)
    // The working text is everyone's: the next picture begins with what was recorded.
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(recording.text).not.toContainText('fewer trains ran')
    await recording.saved()
    await page.goto(`${DEMO}/history`)
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()
    await picture(page, `history-${theme}`)
    await page.goto(`${DEMO}/report`)
    await expect(page.getByRole('main')).toContainText('BYPOL claimed')
    await picture(page, `report-${theme}`)
    await page.goto('/sources')
    await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible()
    await picture(page, `shelf-${theme}`)
    await context.close()
  })
