/** Runs work so that at most `width` pieces with the same key run at once, the others in the order in which they came. */
export type Gate = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * A rush on one row would else take every connection only to wait for its lock, and feeds and pages would wait behind it. Here the rush
 * waits in memory, where waiting costs nothing.
 */
export function gate(width: number): Gate {
  const busy = new Map<string, { running: number; readonly queue: (() => void)[] }>()
  return async (key, work) => {
    const place = busy.get(key) ?? { running: 0, queue: [] }
    busy.set(key, place)
    if (place.running < width) place.running += 1
    else await new Promise<void>((enter) => place.queue.push(enter)) // who leaves hands the place on
    try {
      return await work()
    } finally {
      const next = place.queue.shift()
      if (next) next()
      else {
        place.running -= 1
        if (place.running === 0) busy.delete(key)
      }
    }
  }
}
