/**
 * Starts a module worker that the page's Content Security Policy holds too. A worker loaded from an address follows only the
 * policy that the server sends with it, and a plain web server sends none; one that begins as a blob inherits the page's.
 */
export function startConfined(address: string): Worker {
  const target = new URL(address, document.baseURI).href
  // The development server has no policy, and reloads workers by their address.
  if (!import.meta.env.PROD) return new Worker(target, { type: 'module' })
  const start = new Blob([`import ${JSON.stringify(target)}`], { type: 'text/javascript' })
  return new Worker(URL.createObjectURL(start), { type: 'module' })
}
