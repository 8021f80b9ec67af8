import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { askTogether } from './together.ts'
import { freshDatabase } from './testing/fresh-database.ts'

const { pool } = await freshDatabase()
await pool.query('CREATE TABLE kept (key text PRIMARY KEY, value int NOT NULL)')
await pool.query(`INSERT INTO kept VALUES ('a', 1), ('b', 2)`)

/** Statements that were sent, each with the keys it asked for. */
const sent: (readonly string[])[] = []
const valueOf = askTogether<string, number>(async (keys) => {
  sent.push(keys)
  const { rows } = await pool.query<{ key: string; value: number }>('SELECT key, value FROM kept WHERE key = ANY($1)', [keys])
  return new Map(rows.map(({ key, value }) => [key, value]))
})

it('forty questions at once are one statement, and each gets its own answer or none', async () => {
  sent.length = 0
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => valueOf(['a', 'b', 'c'][n % 3] ?? '')))
  expect(answers.slice(0, 3)).toEqual([1, 2, undefined])
  expect(new Set(answers.slice(3))).toEqual(new Set([1, 2, undefined]))
  expect(sent).toEqual([['a', 'b', 'c']])
})

it('what was committed before a question is in its answer, though another statement was under way', async () => {
  sent.length = 0
  const asked: Promise<number>[] = []
  for (let value = 10; value < 40; value += 1) {
    await pool.query(`UPDATE kept SET value = $1 WHERE key = 'a'`, [value])
    asked.push(valueOf('a').then((answer) => (answer ?? 0) - value))
  }
  expect((await Promise.all(asked)).filter((behind) => behind < 0)).toEqual([])
})

it('questions during a statement share the next one', async () => {
  sent.length = 0
  const first = valueOf('a')
  await Promise.resolve()
  await Promise.resolve()
  await expect.poll(() => sent.length).toBe(1)
  const later = [valueOf('b'), valueOf('b'), valueOf('c')]
  await Promise.all([first, ...later])
  expect(sent).toEqual([['a'], ['b', 'c']])
})

it('a statement that fails is told to those who waited for it, and the next goes on', async () => {
  await pool.query('ALTER TABLE kept RENAME TO away')
  const refused = await Promise.allSettled([valueOf('a'), valueOf('b')])
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await pool.query('ALTER TABLE away RENAME TO kept')
  expect(await valueOf('b')).toBe(2)
})

it('with a pause between statements, questions that come one after another within it share one', async () => {
  const asked: (readonly string[])[] = []
  const pausing = askTogether<string, string>(async (keys) => {
    asked.push(keys)
    return new Map(keys.map((key) => [key, key.toUpperCase()]))
  }, 200)
  expect(await pausing('a')).toBe('A')
  const later = [pausing('b')]
  await delay(5)
  later.push(pausing('c'))
  await delay(5)
  later.push(pausing('d'))
  expect(await Promise.all(later)).toEqual(['B', 'C', 'D'])
  expect(asked).toEqual([['a'], ['b', 'c', 'd']])
})
