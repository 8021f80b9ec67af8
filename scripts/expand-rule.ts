import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { ScheduleError } from '#shared/schedule/error.ts'
import { expandRuleLine } from '#shared/schedule/rule-line.ts'

/**
 * Expands recurrence rules, one JSON object per line of the input: `{dtstart, tzid, rrule, exdates}`. Prints for each line a JSON
 * array of the starts before `--until`, in seconds since 1970. A line that can't be read gives `{"error": …}` in its place, the
 * same on stderr, and exit code 1. What the clocks skipped or repeated is summed up on stderr (`--report`: told line by line).
 */
const values = readOptions()
const beforeMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(values.until ?? '')
  ? Date.parse(values.until ?? '')
  : NaN
if (Number.isNaN(beforeMs)) {
  console.error(`--until is ${JSON.stringify(values.until ?? '')}; it would have to be an instant, as 2028-01-01T00:00:00Z`)
  process.exit(2)
}

const clocks = { lines: 0, skipped: 0, repeated: 0 }
let number = 0

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  number += 1
  if (line.trim() !== '' && !process.stdout.write(`${answer(line)}\n`))
    await new Promise((resolve) => process.stdout.once('drain', resolve))
}
if (clocks.lines > 0)
  console.error(
    `clock changes touch ${clocks.lines} of ${number} lines: ${clocks.skipped} times that the clocks skip were left out, ` +
      `of ${clocks.repeated} that happen twice the first was taken (RFC 5545)`,
  )

function readOptions() {
  try {
    return parseArgs({ options: { until: { type: 'string' }, report: { type: 'boolean', default: false } } }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error('use it as: npm run --silent expand-rule -- --until 2028-01-01T00:00:00Z [--report] < lines of JSON')
    return process.exit(2)
  }
}

function answer(line: string): string {
  try {
    const { starts, skipped, repeated } = expandRuleLine(line, beforeMs)
    if (skipped.length + repeated.length > 0) noteClocks(skipped, repeated)
    return JSON.stringify(starts.map(({ ms }) => ms / 1000))
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error
    process.exitCode = 1
    console.error(`line ${number}: ${error.message}`)
    return JSON.stringify({ error: error.message })
  }
}

function noteClocks(skipped: readonly string[], repeated: readonly string[]): void {
  clocks.lines += 1
  clocks.skipped += skipped.length
  clocks.repeated += repeated.length
  if (!values.report) return
  for (const wall of skipped) console.error(`line ${number}: ${wall} is left out, the clocks skip it`)
  for (const wall of repeated) console.error(`line ${number}: ${wall} happens twice, the first was taken`)
}
