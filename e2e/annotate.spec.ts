import { expect, test } from '@playwright/test'
import { GalleyPage } from './pages/galley-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

const CLAIM = 'Partisan activity increased in the buildup'

test('logging in to annotate: a source, a rating and a comment survive a reload', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in/)
  await new SignInPage(page).as('checker')
  await page
    .getByRole('link', { name: /Belarusian partisan movement/ })
    .first()
    .click()
  const galley = new GalleyPage(page)
  await galley.ready()
  await galley.choose(CLAIM)
  await galley.expectStatus('Unchecked')

  await test.step('a source that cannot be is refused in words, and what was typed stays', async () => {
    await page.keyboard.press('s')
    const form = galley.dossier.getByRole('form', { name: 'Attach a source' })
    await form.getByRole('button', { name: /New source/ }).click()
    await form.getByRole('button', { name: 'Fill it in by hand' }).click()
    await form.getByLabel(/^Kind/).selectOption('report')
    await form.getByLabel(/^Date/).fill('31.02.2022')
    await form.getByLabel('Web address').fill('javascript:alert(1)')
    await form.getByRole('button', { name: 'Attach' }).click()
    await expect(form.getByText('The title cannot be empty.').first()).toBeVisible()
    await form.getByLabel(/^Title/).fill('Rail War <script>alert(1)</script>')
    await form.getByLabel(/^Reliability/).selectOption('B')
    await form.getByText('Supports the claim').click()
    await form.getByLabel(/^Credibility/).selectOption('2')
    await form.getByRole('button', { name: 'Attach' }).click()
    await expect(form.getByText(/Write the date as/).first()).toBeVisible()
    await expect(form.getByText(/This is not a web address/).first()).toBeVisible()
    await expect(form.getByLabel('Web address')).toHaveValue('javascript:alert(1)')
    await form.getByLabel(/^Date/).fill('2022-03')
    await form.getByLabel('Web address').fill('https://example.org/rail-war')
    await form.getByLabel('Quote').fill('Activity grew from January on.')
    await form.getByLabel('Place in the source').fill('p. 4')
    await form.getByRole('button', { name: 'Attach' }).click()
    await expect(form).toBeHidden()
  })
  await expect(galley.section('Evidence').getByText('Rail War <script>alert(1)</script>')).toBeVisible()
  await expect(galley.section('Evidence').getByText('B2')).toBeVisible()

  await test.step('one from the shelf is found while typing', async () => {
    await page.keyboard.press('s')
    const form = galley.dossier.getByRole('form', { name: 'Attach a source' })
    await form.getByRole('combobox', { name: /^Source/ }).fill('viasna rail')
    await page.getByRole('option', { name: /Rail War: what we know/ }).click()
    await form.getByText('Gives context').click()
    await form.getByLabel(/^Credibility/).selectOption('2')
    await form.getByRole('button', { name: 'Attach' }).click()
    await expect(form).toBeHidden()
  })

  await galley.assess('Supported', 'Moderate', 'The report counts more attacks in early 2022.')
  await galley.comment('Is “increased” measured? @Marek')

  await page.reload()
  await galley.ready()
  await expect(galley.section('Evidence').getByText('“Activity grew from January on.”')).toBeVisible()
  await galley.expectStatus('Supported')
  await expect(galley.section('Assessments').getByText('The report counts more attacks in early 2022.')).toBeVisible()
  await expect(galley.section('Discussion').getByText('@Marek')).toBeVisible()

  await test.step('changing one’s mind makes a new assessment', async () => {
    await galley.assess('Not enough evidence', 'Low', 'On a second look it counts no baseline.')
    await expect(galley.section('Assessments').getByText('On a second look it counts no baseline.')).toBeVisible()
    await expect(galley.section('Assessments').getByText('The report counts more attacks')).toBeHidden()
    await galley.section('Assessments').getByText('1 earlier assessment').click()
    await expect(galley.section('Assessments').getByText('The report counts more attacks')).toBeVisible()
  })

  await test.step('a thread is resolved and opened again', async () => {
    await galley.section('Discussion').getByRole('button', { name: 'Resolve' }).click()
    await expect(galley.section('Discussion').getByText('1 resolved')).toBeVisible()
    await galley.section('Discussion').getByText('1 resolved').click()
    await galley.section('Discussion').getByRole('button', { name: 'Reopen' }).click()
    await expect(galley.section('Discussion').getByText('1 open')).toBeVisible()
  })

  await test.step('a withdrawn source no longer counts', async () => {
    const citation = galley
      .section('Evidence')
      .getByRole('listitem')
      .filter({ hasText: 'Gives' })
      .or(galley.section('Evidence').getByRole('listitem').filter({ hasText: 'Rail War: what we know' }))
    await citation.first().getByRole('button', { name: 'withdraw' }).click()
    await page.getByRole('dialog').getByLabel('Reason').fill('Wrong claim')
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
    await expect(galley.section('Evidence').getByText('Rail War: what we know')).toBeHidden()
  })

  await test.step('whoever was mentioned finds it on the desk', async () => {
    await page.context().clearCookies()
    await new SignInPage(page).as('editor')
    await page
      .getByRole('region', { name: 'Mentions' })
      .getByRole('link', { name: /Is “increased” measured/ })
      .click()
    await expect(galley.dossier.getByText(CLAIM).first()).toBeVisible()
  })
})

test('the whole job goes by keyboard', async ({ page }) => {
  await new SignInPage(page).as('checker')
  const galley = new GalleyPage(page)
  await galley.open()
  await page.keyboard.press('J')
  await expect(galley.dossier.getByRole('heading', { level: 2 })).toHaveText(/^C-\d+$/)
  const first = await galley.dossier.getByRole('heading', { level: 2 }).textContent()
  await page.keyboard.press('j')
  await expect(galley.dossier.getByRole('heading', { level: 2 })).not.toHaveText(first ?? '')
  await page.keyboard.press('k')
  await expect(galley.dossier.getByRole('heading', { level: 2 })).toHaveText(first ?? '')
  await expect(page.locator('.ProseMirror [data-claim]:focus')).toHaveAttribute('aria-label', new RegExp(`^${first}, `))
  await page.keyboard.press('c')
  await expect(galley.dossier.getByLabel('Comment', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()
  // The dialog gives the focus back in its own time; a person whose key was swallowed by that presses it again.
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.getByPlaceholder('Search the article')).toBeFocused({ timeout: 1_000 })
  }).toPass()
})

test('a deep link opens the claim, and the back button goes back', async ({ page }) => {
  await new SignInPage(page).as('checker')
  const galley = new GalleyPage(page)
  await galley.open('/articles/belarusian-partisan-movement-2020-present#C-84')
  await expect(galley.dossier.getByText('C-84')).toBeVisible()
  await expect(galley.claim('BYPOL claimed')).toBeInViewport()
  await galley.choose('Exiled Belarusian dissident')
  await page.goBack()
  await expect(galley.dossier.getByText('C-84')).toBeVisible()
})
