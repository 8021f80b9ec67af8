/**
 * `npm run bench`, or `npm run bench -- panel` for some parts: prints a line `ratio <name> <value> goal <bound> <pass|fail>` for each
 * figure and fails when one does. What the figures mean, and how they were come by, goes to stderr and stands in `scripts/README.md`.
 */
import { measureAnswering, type Answering, type OurServer } from './bench/answering.ts'
import { publicUrl, startBenchServer, type BenchServer } from './bench/database.ts'
import { measureEditing } from './bench/editing.ts'
import { measureSeriesEditing } from './bench/editing-series.ts'
import { weighFirstLoad } from './bench/front-page.ts'
import { measureHotSession } from './bench/hot-session.ts'
import { startOurServer } from './bench/our-server.ts'
import { measurePanelMonth } from './bench/panel-month.ts'
import { bundleParts, startPart } from './bench/parts.ts'
import { askRaw } from './bench/raw-answer.ts'
import { median } from './bench/rounds.ts'
import { feedsOfGroup, sessionsInGroup } from './bench/season.ts'
import type { Generation } from './bench/generation.ts'

/** The two sizes whose edits are compared, 1,000 and 20,000 sessions, and that of the plan. */
const groups = { few: 1_000 / sessionsInGroup, many: 20_000 / sessionsInGroup, panel: 10_000 / sessionsInGroup }
const limits = { scripts: 150_000, styles: 12_000, organisers: 180_000, joining: 40_000 }

const explain = (text: string): void => console.error(text)
const list = (values: readonly number[]): string => values.map((value) => value.toFixed(2)).join(', ')

function report(name: string, value: number, goal: { readonly atLeast: number } | { readonly atMost: number }): void {
  const [passed, bound] = 'atLeast' in goal ? [value >= goal.atLeast, goal.atLeast] : [value <= goal.atMost, goal.atMost]
  if (!passed) process.exitCode = 1
  console.log(`ratio ${name} ${value.toFixed(2)} goal ${bound} ${passed ? 'pass' : 'fail'}`)
}

async function benchAnswers(server: OurServer): Promise<void> {
  const [path = ''] = feedsOfGroup(1)
  const request = (...more: readonly string[]): string =>
    [
      `GET ${path} HTTP/1.1`,
      `Host: ${new URL(publicUrl).host}`,
      'User-Agent: iOS/18.1 dataaccessd/1.0',
      'Accept: text/calendar',
      ...more,
      '',
      '',
    ].join('\r\n')
  const { headers } = await askRaw(server.port, request('Accept-Encoding: gzip'))
  const etag = headers.find(([name]) => name.toLowerCase() === 'etag')?.[1] ?? ''
  const cases = [
    ['feed-200-identity', 200, request()],
    ['feed-200-gzip', 200, request('Accept-Encoding: gzip')],
    ['feed-304', 304, request('Accept-Encoding: gzip', `If-None-Match: ${etag}`)],
  ] as const
  const statements: string[] = []
  for (const [name, status, text] of cases) {
    const result = await measureAnswering(server, text, status)
    explainAnswering(name, result)
    report(name, result.ratio, { atLeast: 0.8 })
    statements.push(...result.statements)
  }
  explain(
    `SQL while ${cases.length} kinds of answers were given: ${statements.length} statements ${statements.slice(0, 3).join(' | ')}`,
  )
  report('feed-sql-statements', statements.length, { atMost: 0 })
}

function explainAnswering(name: string, { ratios, cpuRatio, ours, bare, bytes }: Answering): void {
  explain(
    `${name}: answers of ${bytes} bytes with head, rounds ${list(ratios)}; by time computed per answer ${cpuRatio.toFixed(2)}`,
  )
  for (const [who, { perSecond, serverBusy, loadBusy }] of Object.entries({ ours, bare }))
    explain(`  ${who}: ${Math.round(perSecond)} a second, server ${percent(serverBusy)} and load ${percent(loadBusy)} of a core`)
  if (bare.serverBusy < 0.85)
    explain('  the reference was not busy all the time: something else used the machine, or the load is too slow')
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

async function benchGeneration(): Promise<void> {
  const part = startPart('generation')
  const { ratios, bytes, oursMs, byHandMs } = await part.tell<Generation>('go')
  await part.stop()
  explain(
    `generate-1000: rounds ${list(ratios)}; ${bytes} bytes, ours ${oursMs.toFixed(1)} ms, by hand ${byHandMs.toFixed(1)} ms`,
  )
  report('generate-1000', median(ratios), { atMost: 5 })
}

async function benchEdits(databases: BenchServer): Promise<void> {
  const many = await databases.makeDatabase('season_many', groups.many)
  const few = await databases.makeDatabase('season_few', groups.few)
  const { feeds, writeAndFeeds, all, few: inFew, many: inMany } = await measureEditing(few, many)
  explain(
    `edit: one session, ${feedsOfGroup(1).length} feeds of ${sessionsInGroup} events read again, and all.ics (up to 1,000 events)`,
  )
  for (const [sessions, { writeMs, feedsMs, allMs }] of [[1_000, inFew] as const, [20_000, inMany] as const])
    explain(`  ${sessions} sessions: write ${writeMs.toFixed(1)} ms, feeds ${feedsMs.toFixed(1)} ms, all ${allMs.toFixed(1)} ms`)
  explain(`  rounds: feeds ${list(feeds)}; with the write ${list(writeAndFeeds)}; all ${list(all)} (told, without a goal)`)
  report('edit-rebuild', median(feeds), { atMost: 1.5 })
  report('edit-write-and-rebuild', median(writeAndFeeds), { atMost: 1.5 })
}

async function benchSeriesEdits(databases: BenchServer): Promise<void> {
  const database = await databases.makeDatabase('series', groups.few)
  const { small, large, smallMs, largeMs, referenceMs, statements } = await measureSeriesEditing(database)
  explain(
    `edit of a whole series: 52 sessions ${smallMs.toFixed(1)} ms (rounds ${list(small)}), 400 sessions ${largeMs.toFixed(1)} ms (rounds ${list(large)})`,
  )
  explain(`  reference, in ms: expanding the rule, a feed of 200 events, an empty commit: ${list(referenceMs)}`)
  explain(`  statements: ${statements.small.length} for 52 sessions, ${statements.large.length} for 400`)
  report('edit-52', median(small), { atMost: 10 })
  report('edit-400', median(large), { atMost: 10 })
  report('edit-sql-statements', statements.large.length / statements.small.length, { atMost: 1 })
}

/** The plan of a month for an administrator, at 10,000 sessions. */
async function benchPanelMonth(databases: BenchServer): Promise<void> {
  const server = await startOurServer(await databases.makeDatabase('panel', groups.panel), 'loopback')
  try {
    const { answering, sessions, fresh, kept } = await measurePanelMonth(server)
    explain(`panel-month: ${sessions} sessions; ${fresh} statements when made anew, ${kept} while nothing changed`)
    explainAnswering('panel-month', answering)
    report('panel-month', answering.ratio, { atLeast: 0.25 })
    report('panel-month-sql', Math.max(fresh, kept), { atMost: 3 })
  } finally {
    await server.stop()
  }
}

/** 64 people at once for one session, and those who read feeds meanwhile. */
async function benchSignUps(databases: BenchServer): Promise<void> {
  const server = await startOurServer(await databases.makeDatabase('sign_ups', groups.few), 'loopback')
  try {
    const { ratios, oursPerSecond, barePerSecond, waits, rushPerSecond, statements } = await measureHotSession(server)
    explain(
      `sign-ups: 64 at once on one session, ${Math.round(oursPerSecond)} a second, bare ${Math.round(barePerSecond)} (rounds ${list(ratios)}); ${statements.length} statements for one`,
    )
    const { quiet, rush, after, bare } = waits
    explain(
      `  the 99th of 100 feeds: quiet ${quiet.toFixed(1)} ms, in a rush of ${Math.round(rushPerSecond)} a second ${rush.toFixed(1)} ms, while its mails go out ${after.toFixed(1)} ms, beside bare transactions alone ${bare.toFixed(1)} ms`,
    )
    report('sign-ups-hot', median(ratios), { atLeast: 0.5 })
    report('sign-ups-feed-p99', rush / quiet, { atMost: 3 })
  } finally {
    await server.stop()
  }
}

async function benchFrontPage(): Promise<void> {
  const { scripts, styles, organisers, joining } = await weighFirstLoad()
  explain(`first load of a public page, the heaviest in any language, gzipped: JavaScript ${scripts} bytes, CSS ${styles} bytes`)
  report('front-page-javascript', scripts / limits.scripts, { atMost: 1 })
  explain(`beyond that the heaviest page of the organisers' area ${organisers} bytes of JavaScript, signing up ${joining}`)
  report('front-page-css', styles / limits.styles, { atMost: 1 })
  report('organisers-javascript', organisers / limits.organisers, { atMost: 1 })
  report('sign-up-javascript', joining / limits.joining, { atMost: 1 })
}

async function benchFeeds(databases: BenchServer): Promise<void> {
  const server = await startOurServer(await databases.makeDatabase('feeds', groups.few))
  try {
    await benchAnswers(server)
  } finally {
    await server.stop()
  }
}

const parts: Readonly<Record<string, (databases: BenchServer) => Promise<void>>> = {
  feeds: benchFeeds,
  generation: benchGeneration,
  edits: benchEdits,
  panel: benchPanelMonth,
  series: benchSeriesEdits,
  'sign-ups': benchSignUps,
  pages: benchFrontPage,
}
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts)
const unknown = wanted.find((name) => !(name in parts))
if (unknown !== undefined) throw new Error(`there is no part ${unknown}, only ${Object.keys(parts).join(', ')}`)

const databases = await startBenchServer()
try {
  await bundleParts()
  for (const name of wanted) await parts[name]?.(databases)
} finally {
  await databases.stop()
}
