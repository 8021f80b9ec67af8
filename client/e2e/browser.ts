import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
/** A browser under test asks nobody but our server. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The first browser there is: `CHROMIUM_PATH`, the system's, the one in an npm package (Linux x64), else Playwright's own. */
export async function findBrowser(): Promise<LaunchOptions> {
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet
  const wanted = process.env['CHROMIUM_PATH']
  if (wanted && !existsSync(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, which isn't there`)
  const path = wanted ?? systemBrowsers.find((candidate) => existsSync(candidate))
  if (path) return { executablePath: path, args }
  if (process.platform !== 'linux' || process.arch !== 'x64') return { args }
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x' // before the import: it then unpacks its own libraries
  const { default: chromium } = await import('@sparticuz/chromium')
  return { executablePath: await chromium.executablePath(), args: [...chromium.args, ...quiet] }
}
