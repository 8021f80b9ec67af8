import type { LocalDay, WallTime } from './when.ts'

/** Arithmetic on days and wall times as they are written, without any zone. Light enough for public pages. */

const dayMs = 86_400_000
const dayShape = /^\d{4}-\d{2}-\d{2}$/
const wallShape = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

/** True for a day that exists, from 1900 to 2199: `2026-02-28` but not `2026-02-30`. */
export function isLocalDay(text: string): text is LocalDay {
  if (!dayShape.test(text) || text < '1900' || text >= '2200') return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && dayOfNumber(time / dayMs) === text
}

/** True for `2026-11-23T17:00:00`: an existing day and a time of day, no zone. */
export function isWallTime(text: string): text is WallTime {
  return wallShape.test(text) && isLocalDay(text.slice(0, 10))
}

/** Days since 1970-01-01 and back: the one place that counts days. */
export function numberOfDay(day: LocalDay): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs
}
export function dayOfNumber(number: number): LocalDay {
  return new Date(number * dayMs).toISOString().slice(0, 10)
}

export function addDays(day: LocalDay, days: number): LocalDay {
  return dayOfNumber(numberOfDay(day) + days)
}

/** How many days `to` lies after `from`; negative before it. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return numberOfDay(to) - numberOfDay(from)
}

/** The same day of the month some months later, or that month's last day where it has no such day. */
export function addMonths(day: LocalDay, months: number): LocalDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: LocalDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The Monday of the week that holds a day. */
export function mondayOf(day: LocalDay): LocalDay {
  return addDays(day, 1 - weekdayOf(day))
}

/** All days from the first to the last, both inside. */
export function daysFrom(firstDay: LocalDay, lastDay: LocalDay): LocalDay[] {
  return Array.from({ length: Math.max(0, daysBetween(firstDay, lastDay) + 1) }, (_, n) => addDays(firstDay, n))
}

/** The weeks of a month table (`2026-11`), each from Monday to Sunday; the first and last may hold days of other months. */
export function weeksOfMonth(month: string): LocalDay[][] {
  const first = `${month}-01`
  const monday = mondayOf(first)
  const weeks = Math.ceil(daysBetween(monday, addMonths(first, 1)) / 7)
  return Array.from({ length: weeks }, (_, week) => daysFrom(addDays(monday, week * 7), addDays(monday, week * 7 + 6)))
}

/** A wall time as if it were UTC, in milliseconds: only for differences and order, never an instant. */
export function wallNumber(wall: WallTime): number {
  return Date.parse(`${wall}Z`)
}
export function wallOfNumber(number: number): WallTime {
  return new Date(number).toISOString().slice(0, 19)
}

/** `RFC 5545` basic form `20261123T170000`, as it stands in rules and feeds. */
export function basicForm(text: WallTime | LocalDay): string {
  return text.replaceAll(/[-:]/g, '')
}

/** `20261123T170000` -> `2026-11-23T17:00:00`, `20261123` -> `2026-11-23`; null when it is no such moment. */
export function fromBasicForm(text: string): WallTime | LocalDay | null {
  if (/^\d{8}$/.test(text)) {
    const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
    return isLocalDay(day) ? day : null
  }
  if (!/^\d{8}T\d{6}$/.test(text)) return null
  const wall = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 11)}:${text.slice(11, 13)}:${text.slice(13)}`
  return isWallTime(wall) ? wall : null
}
