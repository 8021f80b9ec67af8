import { useSyncExternalStore } from 'react'

const minuteMs = 60_000
const often = 15_000

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, often)
  document.addEventListener('visibilitychange', onChange)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', onChange)
  }
}

/** The instant, to the minute, in epoch milliseconds. Redraws who asks when the minute changes: at midnight the agenda turns over. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => Math.floor(Date.now() / minuteMs) * minuteMs)
