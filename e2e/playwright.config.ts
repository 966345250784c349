import { defineConfig } from '@playwright/test'
import { stand } from './fixtures/server.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // The specs tell one story on one desk, and one of them stops its database.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: stand.baseURL,
    trace: 'retain-on-failure',
    video: 'off',
    locale: 'en-GB',
    timezoneId: 'Asia/Kathmandu',
    launchOptions: {
      executablePath: stand.browser.path,
      env: { ...(process.env as Record<string, string>), ...stand.browser.env },
      // No sandbox: containers and root allow none. The rest keeps the browser from asking its maker's servers.
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-domain-reliability',
        '--disable-sync',
        '--no-first-run',
        '--no-pings',
        '--font-render-hinting=none',
      ],
    },
  },
})
