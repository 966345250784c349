import type { Locator, Page } from '@playwright/test'
import { DEMO } from './galley-page.ts'

export class ReviewPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto(`${DEMO}/review`)
  }

  /** The card of the proposal whose reason is this. */
  proposal(reason: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ hasText: reason })
      .filter({ has: this.page.getByText(/proposed by/) })
      .first()
  }
}
