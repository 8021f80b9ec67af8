import type { Issue } from '#shared/contract/problem.ts'
import { isLocalDay } from '#shared/time/calendar.ts'
import type { LocalDay } from '#shared/time/when.ts'
import type { ThreeValued } from '../../db/generated/client.ts'
import { issueOf } from '../organisations/rules.ts'

export type Position = { readonly latitude: number; readonly longitude: number }

/** Degrees, WGS 84. */
export function positionIssue(position: Position | null): Issue | null {
  if (!position) return null
  const { latitude, longitude } = position
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return null
  return issueOf('position', `${latitude}, ${longitude}`, 'latitude from -90 to 90 and longitude from -180 to 180')
}

/** What is said of a building was looked at on a day, and not one to come. Only the unknown needs no day. */
export function checkedIssue(value: ThreeValued, checkedOn: LocalDay | null, today: LocalDay): Issue | null {
  if (checkedOn === null) return value === 'UNKNOWN' ? null : issueOf('checkedOn', '', 'the day on which somebody looked')
  return isLocalDay(checkedOn) && checkedOn <= today ? null : issueOf('checkedOn', checkedOn, `a day up to today, ${today}`)
}

export function minutesIssue(field: string, minutes: number): Issue | null {
  return Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440
    ? null
    : issueOf(field, String(minutes), 'from 0 to 1440 minutes')
}

export function capacityIssue(capacity: number | null): Issue | null {
  return capacity === null || (Number.isInteger(capacity) && capacity > 0 && capacity <= 100_000)
    ? null
    : issueOf('capacity', String(capacity), 'a number of people from 1 to 100000, or none')
}
