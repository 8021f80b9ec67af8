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

/**
 * `CHROMIUM_PATH`, else the one in an npm package (Linux x64: it needs a third less of the processor than a browser with windows), else the
 * system's, else Playwright's own.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet
  const wanted = process.env['CHROMIUM_PATH']
  if (wanted && !existsSync(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, which isn't there`)
  if (wanted) return { executablePath: wanted, args }
  if (process.platform === 'linux' && process.arch === 'x64') {
    process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x' // before the import: it then unpacks its own libraries
    const { default: chromium } = await import('@sparticuz/chromium')
    // Without the package's own arguments: its single process falls over when a tab closes.
    return { executablePath: await chromium.executablePath(), args: [...quiet, '--no-sandbox'] }
  }
  const path = systemBrowsers.find((candidate) => existsSync(candidate))
  return path ? { executablePath: path, args } : { args }
}
