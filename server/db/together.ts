import { setImmediate as everythingThatCame, setTimeout as delay } from 'node:timers/promises'

/** Milliseconds between two statements about what every request asks first: less than anybody notices. */
export const togetherMs = 5

type Round<Key, Answer> = { readonly keys: Set<Key>; readonly answers: Promise<ReadonlyMap<Key, Answer>> }

/**
 * Asks many questions in one statement. Those that come while one is under way wait for the next, which begins after all of them: each
 * answer shows whatever was committed before its question was asked. For what every request asks first: forty open browsers of an office
 * then cost the database little more than one.
 *
 * @param ask - gives the answers that there are; it is called with at least one key, and with each key once
 * @param leastMs - milliseconds from the beginning of one statement to that of the next: under load fewer statements then answer more
 *   questions, while a question that comes alone is asked at once
 * @returns asks one question; undefined: there is no answer. Rejects as `ask` did.
 */
export function askTogether<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
  leastMs = 0,
): (key: Key) => Promise<Answer | undefined> {
  let underWay: Promise<unknown> = Promise.resolve()
  let next: Round<Key, Answer> | null = null
  let begunMs = -Infinity

  async function begin(keys: ReadonlySet<Key>): Promise<ReadonlyMap<Key, Answer>> {
    await underWay
    const earlyMs = begunMs + leastMs - performance.now()
    await (earlyMs > 0 ? delay(earlyMs) : everythingThatCame())
    begunMs = performance.now()
    next = null
    const answers = ask([...keys])
    underWay = answers.catch(() => undefined) // whoever asked is told; the next round goes on
    return answers
  }

  return async (key) => {
    if (!next) {
      const keys = new Set<Key>()
      next = { keys, answers: begin(keys) }
    }
    next.keys.add(key)
    return (await next.answers).get(key)
  }
}
