import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * All tests but those in a browser. `npm run unit -- path` runs some of them. Only the project `server` has a database, so that
 * a pure test starts at once.
 */
export default defineConfig({
  root,
  test: {
    maxWorkers: 2, // by default one core is left idle
    projects: [
      {
        root,
        test: {
          name: 'pure',
          isolate: false,
          testTimeout: 60_000,
          include: ['shared/**/*.test.ts', 'client/**/*.test.{ts,tsx}'],
          exclude: ['client/e2e/**'],
        },
      },
      {
        root,
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'prisma/**/*.test.ts', 'scripts/**/*.test.ts'],
          globalSetup: ['server/db/testing/test-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
