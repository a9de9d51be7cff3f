import { chromium, defineConfig } from '@playwright/test'

import { findBrowser } from '../scripts/browser.mjs'

const executablePath = findBrowser({ chosen: process.env['CHROMIUM_PATH'], playwright: chromium.executablePath() })

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/browser',
  // A test that passes only when it is tried again has found something.
  retries: 0,
  // Two cores are what one may count on, and a test with three windows fills one.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    // Filming every page costs a good part of the time; who looks for something asks for it: --trace retain-on-failure.
    trace: 'off',
    screenshot: 'only-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        // Containers run as root, where Chromium's own sandbox cannot work.
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
})
