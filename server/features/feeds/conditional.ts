/** The validators of a kept answer and what a client says it has (RFC 9110 §13). */
export type Validators = { readonly etag: string; readonly lastModifiedMs: number }
export type Preconditions = { readonly ifNoneMatch: string | undefined; readonly ifModifiedSince: string | undefined }

/** A date with whole seconds can't tell two changes of one second apart, so a young one isn't trusted (mechanics 9). */
const youngMs = 60_000

const imfFixdate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/
const rfc850 = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d:\d\d:\d\d) GMT$/
const asctime = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/

/** True when the client's copy is still good. If-None-Match decides alone where it is sent (RFC 9110 §13.2.2). */
export function isUnchanged({ ifNoneMatch, ifModifiedSince }: Preconditions, answer: Validators, nowMs: number): boolean {
  if (ifNoneMatch !== undefined) return hasTag(ifNoneMatch, answer.etag)
  if (ifModifiedSince === undefined || answer.lastModifiedMs > nowMs - youngMs) return false
  const since = parseHttpDate(ifModifiedSince, nowMs)
  return since !== null && answer.lastModifiedMs <= since
}

/** Weak comparison of a list of entity tags, or `*`, with one tag (RFC 9110 §8.8.3.2). */
export function hasTag(list: string, etag: string): boolean {
  if (list === etag || list.trim() === '*') return true
  return list.match(/"[^"]*"/g)?.some((tag) => tag === etag) ?? false
}

/** Any of the three forms of an HTTP date (RFC 9110 §5.6.7) in epoch milliseconds, or null. A date to come is none. */
export function parseHttpDate(text: string, nowMs: number): number | null {
  const time = Date.parse(asImfFixdate(text, nowMs))
  return Number.isNaN(time) || time > nowMs ? null : time
}

function asImfFixdate(text: string, nowMs: number): string {
  if (imfFixdate.test(text)) return text
  const [, day, month, shortYear, clock] = rfc850.exec(text) ?? []
  if (day) return `${day} ${month} ${fullYear(Number(shortYear), nowMs)} ${clock} GMT`
  const [, monthName, dayOfMonth, time, year] = asctime.exec(text) ?? []
  return monthName ? `${dayOfMonth?.trim()} ${monthName} ${year} ${time} GMT` : ''
}

/** Two digits mean the year at most 50 years ahead (RFC 9110 §5.6.7). */
function fullYear(shortYear: number, nowMs: number): number {
  const now = new Date(nowMs).getUTCFullYear()
  const year = now - (now % 100) + shortYear
  return year > now + 50 ? year - 100 : year
}
