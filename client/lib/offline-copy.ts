/**
 * Starts the service worker that keeps the last agenda for a day without a network (mechanics 17). What this first page loaded
 * came before the worker could see it, so it is asked for once more through the worker: out of the browser's own cache.
 */
export function keepOfflineCopy(refresh: () => void): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const first = navigator.serviceWorker.controller === null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!first) return
    const files = performance.getEntriesByType('resource').map((entry) => entry.name)
    const ours = files.filter((file) => file.startsWith(`${location.origin}/assets/`))
    void Promise.allSettled(ours.map((file) => fetch(file))).then(refresh)
  })
  window.addEventListener('load', () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined))
}
