/**
 * Keeps the whole page in the browser, so that it opens without a network. The build writes `self.tamisOffline` in front of
 * this file: the version, and the paths of the files to keep, relative to this one.
 *
 * A new version is fetched in the background and waits until the person agrees (message `activate`): a page at work is never
 * changed under its feet. The versions just before are kept too, for the other tabs that still run them.
 */
const worker =
  /** @type {ServiceWorkerGlobalScope & { tamisOffline: { version: string, files: string[] } }} */ (
    /** @type {unknown} */ (self)
  )
const { version, files } = worker.tamisOffline

/** Caches are shared by all pages of an origin; ours begin with the address that this worker serves. */
const prefix = `tamis ${worker.registration.scope} `
const current = prefix + version
const page = new URL('index.html', worker.registration.scope).href

worker.addEventListener('install', (event) => {
  event.waitUntil(keepFiles())
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldVersions().then(() => worker.clients.claim()))
})

worker.addEventListener('message', (event) => {
  if (event.data === 'activate') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(worker.registration.scope)) return
  event.respondWith(kept(request).then((response) => response ?? fetch(request)))
})

async function keepFiles() {
  const cache = await caches.open(current)
  await Promise.all(
    files.map(async (file) => {
      const url = new URL(file, worker.registration.scope).href
      const response = await fetch(url, { cache: 'no-cache' })
      if (!response.ok) throw new Error(`${file}: ${response.status}`)
      // A redirected answer may not be given to a navigation: keep its content under the address that was asked for.
      await cache.put(url, response.redirected ? new Response(response.body, response) : response)
    }),
  )
}

async function forgetOldVersions() {
  const older = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current)
  await Promise.all(older.slice(0, -2).map((name) => caches.delete(name)))
}

/**
 * What is kept for a request, or undefined.
 *
 * @param {Request} request
 */
async function kept(request) {
  const url = request.mode === 'navigate' && isPage(request.url) ? page : request.url
  // The files do not depend on who asks; servers that answer with `Vary` must not make them unfindable.
  const options = { ignoreVary: true }
  const found = await (await caches.open(current)).match(url, options)
  if (found !== undefined) return found
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix)) continue
    const older = await (await caches.open(name)).match(url, options)
    if (older !== undefined) return older
  }
  return undefined
}

/** @param {string} address */
function isPage(address) {
  const { pathname } = new URL(address)
  const scope = new URL(worker.registration.scope).pathname
  return pathname === scope || pathname === `${scope}index.html`
}
