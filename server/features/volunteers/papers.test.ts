import { describe, expect, it } from 'vitest'
import { warningsOf } from './papers.ts'
import type { HeldFact, Volunteer } from '../shifts/rules.ts'

const nothing = { minAge: null, needsClearance: false, needsAgreement: false }
const held = (kind: HeldFact['kind'], startsOn: string, endsOn: string | null = null): HeldFact => ({ kind, startsOn, endsOn })
const adult = (...facts: readonly HeldFact[]): Volunteer => ({ bornBy: '1990-01-01', facts })
const said = (volunteer: Volunteer, day: string, firstDay = day, wanted = nothing) => warningsOf(wanted, volunteer, day, firstDay)

describe('papers on the day of a shift', () => {
  it('ask for accident insurance from whoever has no long agreement', () => {
    expect(said(adult(), '2026-06-01')).toEqual(['insurance'])
    expect(said(adult(held('INSURANCE', '2026-06-01', '2026-06-01')), '2026-06-01')).toEqual([])
    expect(said(adult(held('AGREEMENT', '2026-06-01', '2026-06-30')), '2026-06-02')).toEqual(['insurance'])
    expect(said(adult(held('AGREEMENT', '2026-06-01', '2026-07-02')), '2026-06-02')).toEqual([])
  })

  it('of an agreement without an end, only for its first 30 days', () => {
    const volunteer = adult(held('AGREEMENT', '2026-06-01'))
    expect(said(volunteer, '2026-06-30')).toEqual(['insurance'])
    expect(said(volunteer, '2026-07-01')).toEqual([])
  })

  it('tell of the line of 30 days after the first shift', () => {
    const insured = adult(held('INSURANCE', '2026-01-01'))
    expect(said(insured, '2026-06-30', '2026-06-01')).toEqual([])
    expect(said(insured, '2026-07-01', '2026-06-01')).toEqual(['agreement-30-days'])
    expect(said(insured, '2026-07-01', '2026-06-01', { ...nothing, needsAgreement: true })).toEqual(['agreement'])
  })

  it('ask a minor for the consent of a guardian, and everybody for what the shift asks for, on that very day', () => {
    const minor: Volunteer = { bornBy: '2010-06-02', facts: [held('INSURANCE', '2026-01-01')] }
    expect(said(minor, '2028-06-01')).toEqual(['guardian-consent'])
    expect(said(minor, '2028-06-02')).toEqual([])
    const checked = adult(held('INSURANCE', '2026-01-01'), held('CLEARANCE', '2026-01-01', '2026-12-31'))
    const withChildren = { ...nothing, needsClearance: true }
    expect(said(checked, '2026-12-31', '2026-12-31', withChildren)).toEqual([])
    expect(said(checked, '2027-01-01', '2027-01-01', withChildren)).toEqual(['clearance'])
  })
})
