import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.csv': 'text/csv',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.zip': 'application/zip',
}

/**
 * Serves a folder of static files to this machine only (127.0.0.1). Resolves when it listens.
 *
 * @param {{ folder: string, path?: string, port?: number, tries?: number }} options `path`: under which path the folder is
 *   served, begins and ends with `/`; `port`: 0 for any that is free; `tries`: how many ports to try, counting up
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 * @throws the error of Node when no port could be had
 */
export async function serveFolder({ folder, path = '/', port = 0, tries = 1 }) {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
    const file = find(folder, path, request.url ?? '/')
    if (file === undefined) return refuse(response, 404)
    response.writeHead(200, {
      'Content-Type': types[extname(file.path).toLowerCase()] ?? 'application/octet-stream',
      'Content-Length': file.size,
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    })
    if (request.method === 'HEAD') return response.end()
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response)
  })
  for (let tried = 1; ; tried++, port++) {
    try {
      await listen(server, port)
      break
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error)
      if ((code !== 'EADDRINUSE' && code !== 'EACCES') || tried >= tries) throw error
    }
  }
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://127.0.0.1:${actual}${path}`,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<void>}
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/**
 * The file that an address names, never outside the folder; `index.html` for a folder.
 *
 * @param {string} folder
 * @param {string} path
 * @param {string} address
 * @returns {{ path: string, size: number } | undefined}
 */
function find(folder, path, address) {
  let pathname
  try {
    pathname = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '/')
  } catch {
    return undefined
  }
  if (!pathname.startsWith(path) || pathname.includes('\0')) return undefined
  const inside = normalize('/' + pathname.slice(path.length))
    .split(sep)
    .join('/')
  const file = join(folder, inside.endsWith('/') ? inside + 'index.html' : inside)
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() === true ? { path: file, size: stat.size } : undefined
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 */
function refuse(response, status) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(status === 404 ? 'Not found\n' : 'Only GET and HEAD\n')
}
