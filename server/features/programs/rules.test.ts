import { expect, it } from 'vitest'
import { isFinished, opennessIssue, paying } from './rules.ts'

const on = (day: string): Date => new Date(`${day}T00:00:00Z`)

it.each([
  ['2026-12-30', false],
  ['2026-12-31', false],
  ['2027-01-01', true],
] as const)('a program that ends on 31 December is over on %s: %s', (today, over) => {
  expect(isFinished({ endsOn: on('2026-12-31') }, today)).toBe(over)
  expect(isFinished({ endsOn: null }, today)).toBe(false)
})

const funding = [
  { startsOn: on('2026-01-01'), endsOn: on('2026-06-30'), part: { project: 'spring' } },
  { startsOn: on('2026-06-30'), endsOn: on('2026-12-31'), part: { project: 'autumn' } },
]

it.each([
  ['2025-12-31', []],
  ['2026-01-01', ['spring']],
  ['2026-06-30', ['spring', 'autumn']],
  ['2026-12-31', ['autumn']],
  ['2027-01-01', []],
] as const)('on %s these projects pay: %s', (day, projects) => {
  expect(paying(funding, day)).toEqual(projects)
})

it.each([
  ['DISTRICTS', null, [], 'districtIds'],
  ['DISTRICTS', null, ['a district'], undefined],
  ['GROUP', null, [], 'openTo.pl'],
  ['GROUP', { pl: '  ' }, [], 'openTo.pl'],
  ['GROUP', { pl: 'osoby, które opiekują się bliskimi' }, [], undefined],
  ['CITY', null, [], undefined],
] as const)('a program open to %s, told as %j in districts %j, lacks %s', (openness, openTo, districtIds, field) => {
  expect(opennessIssue({ openness, openTo, districtIds })?.name).toBe(field)
})
