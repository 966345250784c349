import { expect, test } from '@playwright/test'
import { startDatabase, stopDatabase } from './fixtures/server.ts'
import { GalleyPage } from './pages/galley-page.ts'
import { SignInPage } from './pages/sign-in-page.ts'

test('a session that ended in mid-edit keeps what was typed', async ({ page, context }) => {
  await new SignInPage(page).as('checker')
  const galley = new GalleyPage(page)
  await galley.open()
  await galley.choose('Several key opposition groups')
  await page.keyboard.press('a')
  const form = galley.dossier.getByRole('form', { name: 'Assess the claim' })
  await form.getByText('Supported', { exact: true }).click()
  await form.getByText('Low', { exact: true }).click()
  await form.getByLabel('Rationale').fill('Three groups, three founding dates.')
  await context.clearCookies()
  await form.getByRole('button', { name: /assessment/i }).click()
  await expect(form.getByText(/Your session has ended/)).toBeVisible()
  await form.getByRole('button', { name: 'Sign in again' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to your desk' })).toBeVisible()
  const { accountOf } = await import('./fixtures/server.ts')
  const { email, password } = accountOf('checker')
  await new SignInPage(page).fill(email, password)
  await expect(galley.section('History')).toBeVisible()
  await page.keyboard.press('a')
  await expect(form.getByLabel('Rationale')).toHaveValue('Three groups, three founding dates.')
  await form.getByRole('button', { name: /assessment/i }).click()
  await expect(galley.section('Assessments').getByText('Three groups, three founding dates.')).toBeVisible()
})

test('the database stops while someone types: the page says so, keeps the text, and saves when it is back', async ({
  page,
  request,
}) => {
  await new SignInPage(page).as('checker')
  const galley = new GalleyPage(page)
  await galley.open()
  await galley.choose('Signaling equipment was destroyed')
  await galley
    .section('Discussion')
    .getByRole('button', { name: /Comment/ })
    .click()
  const form = galley.dossier.getByRole('form', { name: 'Comment on the claim' })
  await form.getByLabel('Comment').fill('Which three regions?')
  await stopDatabase()
  try {
    await form.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(form.getByText(/cannot reach its database/)).toBeVisible({ timeout: 20_000 })
    await expect(form.getByLabel('Comment')).toHaveValue('Which three regions?')
    const health = await request.get('/api/health')
    expect(health.status()).toBe(503)
    const other = await page.context().newPage()
    expect((await other.goto('/'))?.status()).toBe(503)
    await expect(other.getByRole('heading', { name: 'This page could not be read' })).toBeVisible()
    await other.close()
  } finally {
    await startDatabase()
  }
  await expect(form).toBeHidden({ timeout: 30_000 })
  await expect(galley.section('Discussion').getByText('Which three regions?')).toHaveCount(1)
  await expect.poll(async () => (await request.get('/api/health')).status()).toBe(200)
  await page.reload()
  await expect(galley.section('Discussion').getByText('Which three regions?')).toHaveCount(1)
})

test('a wording far too long is refused in words and kept', async ({ page }) => {
  await new SignInPage(page).as('editor')
  const galley = new GalleyPage(page)
  await galley.open()
  await galley.choose('As a result of these operations')
  const form = await galley.reword('x'.repeat(100_000))
  await form.getByLabel(/^Reason/).fill('Too much')
  await expect(form.getByText(/100,000 characters; the limit is 10,000/).first()).toBeVisible()
  await expect(form.getByRole('button', { name: 'Record' })).toBeDisabled()
  await expect(form.getByLabel('Wording')).toHaveValue('x'.repeat(100_000))
  await form.getByRole('button', { name: 'Cancel' }).click()
  await expect(galley.claim('As a result of these operations')).toBeVisible()
})
