import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from './testing/fresh-database.ts'
import { databaseError, writer, type ChangeRange } from './write.ts'

const database = await freshDatabase()

const city = (slug: string) => ({ slug, name: slug, voivodeship: 'śląskie' })

describe('writing', () => {
  it('tells the listeners which changes it left, before it answers', async () => {
    const heard: ChangeRange[] = []
    const write = writer(database, [async (range) => void heard.push(range)])
    await write(async (tx) => {
      await tx.municipality.create({ data: city('gliwice') })
      await tx.municipality.create({ data: city('katowice') })
    })
    expect(heard).toHaveLength(1)
    expect(heard[0]!.last - heard[0]!.first).toBe(1n)
  })

  it('tells nobody when nothing visible changed, nor when it failed', async () => {
    const heard: ChangeRange[] = []
    const write = writer(database, [async (range) => void heard.push(range)])
    await write((tx) => tx.savedSelection.create({ data: { hash: 'x', path: '/feeds/all.ics' } }))
    await expect(write((tx) => tx.municipality.create({ data: city('api') }))).rejects.toThrow('Municipality_slug_free')
    expect(heard).toEqual([])
  })

  it('keeps the database code and the constraint of a refusal', async () => {
    const refused = await writer(database)((tx) => tx.municipality.create({ data: city('api') })).catch(databaseError)
    expect(refused).toMatchObject({ code: '23514', constraint: 'Municipality_slug_free' })
  })

  it('tries again after a deadlock, and both writers succeed', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    await database.prisma.household.createMany({ data: [{ id: one }, { id: two }] })
    let attempts = 0
    const lockBoth = (first: string, second: string) =>
      writer(database)(async (tx) => {
        attempts += 1
        await tx.$executeRaw`SELECT 1 FROM "Household" WHERE id = ${first}::uuid FOR UPDATE`
        await tx.$executeRaw`SELECT pg_sleep(0.2)`
        await tx.$executeRaw`SELECT 1 FROM "Household" WHERE id = ${second}::uuid FOR UPDATE`
      })
    await Promise.all([lockBoth(one, two), lockBoth(two, one)])
    expect(attempts).toBeGreaterThanOrEqual(3)
  })
})
