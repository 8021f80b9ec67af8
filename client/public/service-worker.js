// Network first, for three seconds; then the last copy, with its time in `x-copied-at`. Only what everybody may see: the shell of the
// pages, its files and public feeds. Never /api, personal feeds or pages behind a private link. The server switches it off by
// answering this address with service-worker-off.js.
const cacheName = 'podworko-1'
const shell = '/'
const privatePlaces = ['/api/', '/feeds/personal/', '/manage/', '/panel']
const door = '/door/'
const patienceMs = 3000
const mostCopies = 150

self.addEventListener('install', (event) => event.waitUntil(caches.open(cacheName).then((cache) => cache.add(shell))))
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers().then(() => self.clients.claim())))
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  const plain = pathname.replace(/^\/(?:en|uk)(?=\/)/, '')
  if (privatePlaces.some((place) => plain.startsWith(place))) return
  if (mode === 'navigate' && plain.startsWith(door)) event.respondWith(shellOfDoor(event.request))
  else if (mode === 'navigate') event.respondWith(networkFirst(event, shell))
  else if (pathname.startsWith('/assets/') || pathname.startsWith('/feeds/'))
    event.respondWith(networkFirst(event, event.request))
})

async function networkFirst(event, key) {
  const fresh = fetch(event.request)
  event.waitUntil(fresh.then((response) => keep(key, response.clone())).catch(() => undefined))
  const copy = await caches.match(key)
  if (!copy) return fresh
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs, copy))
  return Promise.race([fresh.catch(() => copy), late])
}

/** The list at the door keeps what it needs by itself; its page is never kept, and without a network it begins from the shell. */
async function shellOfDoor(request) {
  return fetch(request).catch(async () => (await caches.match(shell)) ?? Response.error())
}

async function keep(key, response) {
  if (!response.ok || response.redirected) return
  const cache = await caches.open(cacheName)
  const headers = new Headers(response.headers)
  headers.set('x-copied-at', String(Date.now()))
  await cache.put(key, new Response(await response.blob(), { headers }))
  const [oldest] = (await cache.keys()).slice(0, -mostCopies)
  if (oldest) await cache.delete(oldest)
}

async function forgetOthers() {
  for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name)
}
