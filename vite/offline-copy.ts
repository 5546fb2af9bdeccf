import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const workerName = 'service-worker.js'
const workerPath = fileURLToPath(new URL(workerName, import.meta.url))

/**
 * Writes the service worker beside the built page: `vite/service-worker.js`, preceded by the list of the files to keep and
 * by a version, which is a digest of what they hold.
 */
export function offlineCopy(): Plugin {
  let outDir = ''
  return {
    name: 'tamis-offline-copy',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    configResolved(config) {
      outDir = join(config.root, relative(config.root, config.build.outDir) || '.')
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const files = filesBelow(outDir).filter((file) => file !== workerName)
        const digest = createHash('sha256')
        const source = readFileSync(workerPath, 'utf8')
        digest.update(source)
        for (const file of files) digest.update(file).update(readFileSync(join(outDir, file)))
        const version = digest.digest('hex').slice(0, 16)
        const head = `self.tamisOffline = ${JSON.stringify({ version, files })}\n`
        writeFileSync(join(outDir, workerName), head + source)
      },
    },
  }
}

/** Paths of all files in a folder and its subfolders, relative to it, with `/`, sorted. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}
