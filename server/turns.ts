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
