/**
 * Keeps the page in the browser, so that it opens without a network (built page only). `onUpdate` is called when a newer
 * version has been fetched and waits; call `activate` once the person agrees: the page then reloads with it.
 */
export function registerOffline(onUpdate: (activate: () => void) => void): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Without an offline copy everything still works with a network: a browser that refuses it (private window, plain http)
  // takes nothing from the person, so nothing is said.
  void register(onUpdate).catch(() => undefined)
}

async function register(onUpdate: (activate: () => void) => void): Promise<void> {
  const container = navigator.serviceWorker
  const registration = await container.register(new URL('service-worker.js', document.baseURI))

  const offer = (worker: ServiceWorker): void => {
    // No controller: this is the first visit, the worker is not an update of anything.
    if (container.controller === null) return
    onUpdate(() => {
      container.addEventListener('controllerchange', () => location.reload(), { once: true })
      worker.postMessage('activate')
    })
  }

  if (registration.waiting !== null) offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker)
    })
  })
}
