import { describe, expect, it } from 'vitest'
import { freshDatabase } from '#server/db/testing/fresh-database.ts'
import { isEmpty, loadSampleData } from './load.ts'

const monday = new Date('2026-11-23T02:00:00Z')

describe('loading', () => {
  it('fills an empty database with both layers, and a second time changes nothing', async () => {
    const database = await freshDatabase()
    expect(await isEmpty(database)).toBe(true)
    const { season } = await loadSampleData(database, monday)
    expect(season?.today).toBe('2026-11-23')
    expect(season?.sessions).toBeGreaterThanOrEqual(600)
    expect(season?.sessions).toBeLessThanOrEqual(1000)
    expect(await isEmpty(database)).toBe(false)

    const before = await database.prisma.sessionFace.findMany({ orderBy: { sessionId: 'asc' } })
    expect(await loadSampleData(database, monday)).toEqual({ season: null })
    expect(await database.prisma.sessionFace.findMany({ orderBy: { sessionId: 'asc' } })).toEqual(before)
  })
})
