import { defineConfig } from '@playwright/test'
import { findBrowser } from './browser.ts'

/** A phone and a desk. The browser lives in New York, so that a date shown in its zone instead of Warsaw's fails a test. */
const launchOptions = await findBrowser()

/**
 * Not run on the phone: what they tell doesn't depend on the screen, or they change its width themselves (`every-page` and `panel-pages` look at
 * every page at 320 px).
 */
const deskOnly = [
  'accounts',
  'api-docs',
  'bad-input',
  'calls',
  'desk',
  'documents',
  'every-page',
  'import',
  'invented',
  'keyboard',
  'log',
  'manage',
  'offline',
  'pages',
  'panel-pages',
  'places',
  'plan',
  'planning',
  'season',
  'share',
  'shell',
  'staff',
  'unsaved',
  'volunteers',
  'week-sheet',
  'whole-story',
].map((name) => `${name}.spec.ts`)

/** What they tell is the same at a desk; `every-page` looks at their pages there. */
const phoneOnly = [
  'agenda',
  'appointments',
  'city',
  'door',
  'membership',
  'own-calendars',
  'session-page',
  'sign-up',
  'sign-up-bad-input',
  'sign-up-rules',
  'subscribe',
].map((name) => `${name}.spec.ts`)

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './start-server.ts',
  outputDir: '../../build/test/browser',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../../build/test/browser.json' }]],
  // start-server.ts sets the address before the workers read this file once more
  use: {
    baseURL: process.env['E2E_URL'] ?? '',
    launchOptions,
    locale: 'pl-PL',
    timezoneId: 'America/New_York',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' }, // what shimmers while it loads would be painted sixty times a second
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'phone', testIgnore: deskOnly, use: { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 1 } },
    { name: 'desk', testIgnore: phoneOnly, use: { viewport: { width: 1280, height: 900 } } },
  ],
})
