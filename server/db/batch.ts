import { setTimeout as rest } from 'node:timers/promises'
import { onePerTurn } from '../turns.ts'
import type { Gate } from './gate.ts'

/** One of a batch: what is asked, and how to answer it. */
type Waiting<Ask, Answer> = {
  readonly ask: Ask
  readonly done: (answer: Answer) => void
  readonly fail: (error: unknown) => void
}

/** Also where a batch took long, as the database was away. */
const longestRestMs = 200

/** What became of each question of a batch, in its order: an answer, or why there is none. */
export type Answers<Answer> = readonly (Answer | Error)[]

/**
 * Answers many questions in one piece of work, in the order in which they came: whoever's turn it is takes along those who wait behind.
 * A rush then costs a lock and a commit for every batch, not for everybody. While more wait, there is a rest after each batch, or a rush
 * would have the whole machine and who reads meanwhile would wait with it. When a batch fails as a whole, its questions are asked one by
 * one, so that nobody fails for somebody else.
 *
 * @param limits - `most`: questions in a batch; `restPerWork`: how long the rest is as a multiple of what the batch took, a fifth of a second at most
 * @param answer - is asked about one place; what it throws is about all of its questions
 * @param apart - of two questions with the same word only one is in a batch
 * @returns asks one question about a place, in its turn at `turn` of the gate
 */
export function batches<Place extends { readonly turn: string; readonly key: string }, Ask, Answer>(
  gate: Gate,
  { most, restPerWork }: { readonly most: number; readonly restPerWork: number },
  answer: (place: Place, asks: readonly Ask[]) => Promise<Answers<Answer>>,
  apart: (ask: Ask) => string | null,
): (place: Place, ask: Ask) => Promise<Answer> {
  const queues = new Map<string, Waiting<Ask, Answer>[]>()
  const inTurn = onePerTurn()

  async function answerAll(place: Place, batch: readonly Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await answer(
        place,
        batch.map(({ ask }) => ask),
      )
      for (const [index, one] of batch.entries()) {
        const said = answers[index]
        inTurn(() => {
          if (said === undefined || said instanceof Error) one.fail(said ?? new Error('a question of a batch has no answer'))
          else one.done(said)
        })
      }
    } catch (error) {
      if (batch.length === 1) batch[0]?.fail(error)
      else for (const one of batch) await answerAll(place, [one])
    }
  }

  async function takeTurn(place: Place, queue: Waiting<Ask, Answer>[]): Promise<void> {
    const batch = takeBatch(queue, most, apart)
    if (queue.length === 0 && queues.get(place.key) === queue) queues.delete(place.key)
    const begunMs = performance.now()
    if (batch.length > 0) await answerAll(place, batch)
    if (queues.has(place.key)) await rest(Math.min(longestRestMs, restPerWork * (performance.now() - begunMs)))
  }

  return (place, ask) =>
    new Promise((done, fail) => {
      const queue = queues.get(place.key) ?? []
      queues.set(place.key, queue)
      queue.push({ ask, done, fail })
      gate(place.turn, () => takeTurn(place, queue)).catch(fail)
    })
}

/** The first ones, without those who have to wait for one of them. */
function takeBatch<Ask, Answer>(
  queue: Waiting<Ask, Answer>[],
  most: number,
  apart: (ask: Ask) => string | null,
): readonly Waiting<Ask, Answer>[] {
  const [batch, later, words] = [[] as Waiting<Ask, Answer>[], [] as Waiting<Ask, Answer>[], new Set<string>()]
  for (const one of queue) {
    const word = apart(one.ask)
    if (batch.length === most || (word !== null && words.has(word))) later.push(one)
    else {
      batch.push(one)
      if (word !== null) words.add(word)
    }
  }
  queue.splice(0, queue.length, ...later)
  return batch
}
