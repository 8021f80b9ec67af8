import { setImmediate as everythingThatCame } from 'node:timers/promises'

type Round<Key, Answer> = { readonly keys: Set<Key>; readonly answers: Promise<ReadonlyMap<Key, Answer>> }

/**
 * Asks many questions in one statement. Those that come while one is under way wait for the next, which begins after all of them: each
 * answer shows whatever was committed before its question was asked. For what every request asks first: forty open browsers of an office
 * then cost the database little more than one.
 *
 * @param ask - gives the answers that there are; it is called with at least one key, and with each key once
 * @returns asks one question; undefined: there is no answer. Rejects as `ask` did.
 */
export function askTogether<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
): (key: Key) => Promise<Answer | undefined> {
  let underWay: Promise<unknown> = Promise.resolve()
  let next: Round<Key, Answer> | null = null

  async function begin(keys: ReadonlySet<Key>): Promise<ReadonlyMap<Key, Answer>> {
    await underWay
    await everythingThatCame()
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
