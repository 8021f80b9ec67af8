import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Bytes, gzipped: of the heaviest first load among the public pages and languages that the client's own test looks at, and what the
 * heaviest page of the organisers' area, and signing up, bring beyond it.
 */
export type FirstLoad = {
  readonly scripts: number
  readonly styles: number
  readonly organisers: number
  readonly joining: number
}

type Weighed = {
  readonly firstLoad?: Pick<FirstLoad, 'scripts' | 'styles'>
  readonly area?: { readonly heaviest: number }
  readonly joining?: number
}

type Results = {
  readonly testResults: readonly { readonly assertionResults: readonly { readonly meta: Weighed }[] }[]
}

/** Runs the client's test of its first load, which weighs what a page needs, and reads what it has weighed. */
export async function weighFirstLoad(): Promise<FirstLoad> {
  const folder = mkdtempSync(join(tmpdir(), 'podworko-bench-weight-'))
  const file = join(folder, 'results.json')
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const options = ['--config', 'scripts/vitest.config.ts', '--project', 'pure', '--reporter=json', `--outputFile=${file}`]
  const child = spawn(process.execPath, [vitest, 'run', ...options, 'client/app/first-load.test.ts'], { stdio: 'ignore' })
  await once(child, 'exit')
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Results
  rmSync(folder, { recursive: true, force: true })
  const weighed = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ meta }) => meta))
  const loads = weighed.flatMap(({ firstLoad }) => firstLoad ?? [])
  const areas = weighed.flatMap(({ area }) => area ?? [])
  const joining = weighed.flatMap((meta) => meta.joining ?? [])
  if (loads.length === 0 || areas.length === 0 || joining.length === 0)
    throw new Error('the test client/app/first-load.test.ts has weighed nothing: run it by itself to see why')
  return {
    scripts: Math.max(...loads.map(({ scripts }) => scripts)),
    styles: Math.max(...loads.map(({ styles }) => styles)),
    organisers: Math.max(...areas.map(({ heaviest }) => heaviest)),
    joining: Math.max(...joining),
  }
}
