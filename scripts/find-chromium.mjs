import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'google-chrome',
  'google-chrome-stable',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
]
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Path of an installed Chromium or Chrome that starts: the one that the environment variable CHROME names, or the first found.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env['CHROME']
  if (named !== undefined && named !== '') return starts(named) ? named : undefined
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere]
  return candidates.find(starts)
}

/**
 * As `findChromium`; where there is none, installs Debian's `chromium` if this may be done (root, apt).
 *
 * @param {(line: string) => void} say told what is being installed
 * @returns {string}
 * @throws {Error} one sentence, when there is no browser in the end
 */
export function findOrInstallChromium(say) {
  const found = findChromium()
  if (found !== undefined) return found
  const named = process.env['CHROME']
  if (named !== undefined && named !== '') throw new Error(`CHROME names ${named}, which does not start.`)
  const missing =
    'No Chromium or Chrome was found for the browser tests: install one, or set CHROME to its path.'
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(missing)
  say('No Chromium or Chrome was found: installing the Debian package chromium…')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('/usr/bin/apt-get', args, { env, stdio: ['ignore', 2, 2] })
    if (status !== 0) throw new Error(`${missing} (apt-get ${args[0]} failed)`)
  }
  const installed = findChromium()
  if (installed === undefined) throw new Error(missing)
  return installed
}

/**
 * Some distributions ship a command that only says how to install the browser: ask for the version to know.
 *
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false
  // On Windows the question opens a window.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
