/** `npm run -s tamis -- VERB …`: the command line, built when missing or older than the sources. Prints nothing of its own. */
import { pathToFileURL } from 'node:url'
import { BuildFailed, buildIfStale } from './build.mjs'
import { installIfMissing } from './install.mjs'
import { inProject } from './project.mjs'

installIfMissing()
try {
  await buildIfStale('cli')
} catch (error) {
  if (!(error instanceof BuildFailed)) throw error
  process.stderr.write(`${error.message}\nThe command line could not be built.\n`)
  process.exit(2)
}
const cli = inProject('dist-cli/cli.js')
process.argv.splice(1, 1, cli)
await import(pathToFileURL(cli).href)
