import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from './testing/fresh-database.ts'
import { writer, type Tx } from './write.ts'

const database = await freshDatabase()
const write = writer(database)
const accountId = randomUUID()
const by = (key: string, request = 'POST /x {}') => ({ accountId, act: 'test', once: { key, request } })
const makeHousehold = async (tx: Tx) => tx.household.create({ data: {}, select: { id: true } })
const households = () => database.prisma.household.count()

describe('a save with a key', () => {
  it('is done once, and gets the same answer again', async () => {
    const first = await write(makeHousehold, by('a'))
    expect(await write(makeHousehold, by('a'))).toEqual(first)
    expect(await households()).toBe(1)
    expect(await write(makeHousehold, by('b'))).not.toEqual(first)
  })

  it('is done once when both come at the same time', async () => {
    const before = await households()
    const answers = await Promise.all([1, 2, 3, 4].map(() => write(makeHousehold, by('same'))))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await households()).toBe(before + 1)
  })

  it('is refused when the key came with something else before', async () => {
    await write(makeHousehold, by('c', 'POST /x {"a":1}'))
    await expect(write(makeHousehold, by('c', 'POST /x {"a":2}'))).rejects.toMatchObject({ code: 'key-reused', status: 422 })
  })

  it('leaves no key when it fails, so that trying again can succeed', async () => {
    const failing = write(async () => Promise.reject(new Error('refused')), by('d'))
    await expect(failing).rejects.toThrow('refused')
    await expect(write(makeHousehold, by('d'))).resolves.toBeDefined()
  })

  it('is forgotten after a day, and belongs to one account', async () => {
    const first = await write(makeHousehold, by('e'))
    expect(await write(makeHousehold, { ...by('e'), accountId: randomUUID() })).not.toEqual(first)
    await database.pool.query(`UPDATE "IdempotencyKey" SET at = at - interval '25 hours' WHERE key = 'e'`)
    expect(await write(makeHousehold, by('e'))).not.toEqual(first)
  })
})
