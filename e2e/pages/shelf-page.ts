import { expect, type Locator, type Page } from '@playwright/test'

/** The shelf and a source's page, as a person sees them. */
export class ShelfPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/sources')
    await expect(this.page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible()
  }

  /** Puts something into the one box for a new source, as typed and sent with Enter. */
  async paste(text: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a source' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Add a source' })
    await dialog.getByLabel(/^Paste an address/).fill(text)
    await dialog.getByLabel(/^Paste an address/).press('Enter')
  }

  get snapshots(): Locator {
    return this.page.getByRole('region', { name: /^Snapshots/ })
  }
}
