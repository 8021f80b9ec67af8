type Guard = (event: PopStateEvent) => void

let guard: Guard | null = null

// Browsers call a window's listeners in the order in which they were added, capturing or not: this module is loaded before the router listens.
addEventListener('popstate', (event) => guard?.(event))

/** Hears of Back and Forward before the router does, so that it may keep a step from it. One at a time. */
export function guardStepsBy(next: Guard): () => void {
  guard = next
  return () => {
    if (guard === next) guard = null
  }
}
