/** `npm start [-- --port N]`: installs what is missing, builds the page if needed, serves it and prints its address. */
import { parseArgs } from 'node:util'
import { BuildFailed, buildIfStale, isFresh } from './build.mjs'
import { installIfMissing } from './install.mjs'
import { inProject } from './project.mjs'
import { serveFolder } from './serve-folder.mjs'

const wanted = readPort()
installIfMissing()
try {
  if (!isFresh('page')) process.stdout.write('Building the page…\n')
  await buildIfStale('page')
} catch (error) {
  if (!(error instanceof BuildFailed)) throw error
  process.stderr.write(`${error.message}\nThe page could not be built.\n`)
  process.exit(1)
}
const { url, port } = await serveFolder({ folder: inProject('dist'), port: wanted, tries: 50 })
if (port !== wanted && wanted !== 0) process.stdout.write(`Port ${wanted} is taken.\n`)
process.stdout.write(`Tamis is at ${url}\n`)

/** The port asked for; ends the process with a sentence when it is not one. */
function readPort() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '4317' } } })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${values.port} is not a port`)
    return port
  } catch (error) {
    process.stderr.write(`${/** @type {Error} */ (error).message}\nUsage: npm start -- [--port N]\n`)
    process.exit(2)
  }
}
