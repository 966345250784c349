import { expect, type Page } from '@playwright/test'
import { accountOf } from '../fixtures/server.ts'

export class SignInPage {
  constructor(private readonly page: Page) {}

  async fill(email: string, password: string): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email)
    await this.page.getByLabel('Password').fill(password)
    await this.page.getByRole('button', { name: 'Sign in' }).click()
  }

  /** Signs in as someone of a desk of one's own, and waits for it. */
  async with(email: string, password: string): Promise<void> {
    await this.page.goto('/sign-in')
    await this.fill(email, password)
    await expect(this.page).toHaveURL((url) => url.pathname === '/')
  }

  /** Signs in as one of the demo's people and waits for the desk. */
  async as(role: 'owner' | 'editor' | 'checker', path = '/'): Promise<void> {
    const { email, password } = accountOf(role)
    await this.page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
    await this.fill(email, password)
    await expect(this.page).toHaveURL((url) => url.pathname === path.split('#')[0])
  }
}
