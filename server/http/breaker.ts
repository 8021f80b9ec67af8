/** Leaves alone for a while what failed several times in a row. Of each process its own. */
export function breaker({
  failures,
  restMs,
  nowMs = () => performance.now(),
}: {
  readonly failures: number
  readonly restMs: number
  readonly nowMs?: () => number
}) {
  const known = new Map<string, { readonly count: number; readonly atMs: number }>()
  const mostKnown = 1000
  return {
    isResting(name: string): boolean {
      const found = known.get(name)
      return found !== undefined && found.count >= failures && nowMs() - found.atMs < restMs
    },
    failed(name: string): void {
      const found = known.get(name)
      const isOld = found !== undefined && nowMs() - found.atMs > restMs
      if (known.size >= mostKnown) known.clear()
      known.set(name, { count: (found && !isOld ? found.count : 0) + 1, atMs: nowMs() })
    },
    worked(name: string): void {
      known.delete(name)
    },
  }
}
