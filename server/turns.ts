/**
 * Begins one piece of work in each turn of the event loop, in the order in which they came. A rush of writes arrives in one turn, and its answers
 * leave in one; who reads a feed meanwhile would wait for all of them.
 */
export function onePerTurn(): (work: () => void) => void {
  const waiting: (() => void)[] = []
  let going = false
  function go(): void {
    const work = waiting.shift()
    going = work !== undefined
    if (!work) return
    setImmediate(go)
    work()
  }
  return (work) => {
    waiting.push(work)
    if (going) return
    going = true
    setImmediate(go)
  }
}

/** Those who write something at this moment, in this process. */
export type Crowd = {
  /** @returns to be called when they have gone */
  readonly enter: () => () => void
  /** So many that whatever isn't urgent should wait. */
  readonly isHere: () => boolean
}

/** More than an office saves at once, fewer than sign up when a popular course opens. */
const crowdOf = 16

export function createCrowd(): Crowd {
  let count = 0
  return {
    enter() {
      count += 1
      return () => {
        count -= 1
      }
    },
    isHere: () => count >= crowdOf,
  }
}
