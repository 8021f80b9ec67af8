import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const server = { globalSetup: ['server/db/testing/test-server.ts'], testTimeout: 60_000, hookTimeout: 60_000 }
/** What replaces a part of the server for all who import it. */
const replacing = ['server/features/sign-ups/rush-control.test.ts']

/**
 * All tests but those in a browser. `npm run unit -- path` runs some of them. Only the projects `server` and `replacing` have a database, so
 * that a pure test starts at once. Files share what they import (`isolate: false`): loading the server anew for each took four minutes.
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
          ...server,
          name: 'server',
          isolate: false,
          include: ['server/**/*.test.ts', 'prisma/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: replacing,
        },
      },
      { root, test: { ...server, name: 'replacing', include: replacing } },
    ],
  },
})
