import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { inProject, root } from './project.mjs'

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock */

/**
 * Installs the dependencies that the lock file names, unless they are all there: also after an update that adds one or changes its version,
 * and says which. What npm says goes to standard error. Ends the process with npm's code when npm fails.
 */
export function installIfMissing() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`Tamis needs Node 20.19 or later; this is Node ${process.versions.node}.\n`)
    process.exit(2)
  }
  const reason = reasonToInstall()
  if (reason === null) return
  process.stderr.write(`${reason} (npm ci)…\n`)
  const npm = process.env['npm_execpath']
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status === 0) return
  process.stderr.write(`The dependencies could not be installed${error ? ` (${error.message})` : ''}.\n`)
  process.exit(status ?? 1)
}

/** Why there is something to install, in words; `null` when there is not. */
function reasonToInstall() {
  const installedPath = inProject('node_modules/.package-lock.json')
  if (!existsSync(installedPath)) return 'Installing dependencies'
  const isThere = (/** @type {string} */ path) => existsSync(inProject(`${path}/package.json`))
  const lacking = lackingPackages(readLock(inProject('package-lock.json')), readLock(installedPath), isThere)
  if (lacking.length === 0) return null
  const named = lacking.slice(0, MOST_NAMED).join(', ')
  const more = lacking.length > MOST_NAMED ? ` and ${lacking.length - MOST_NAMED} more` : ''
  return `The dependencies have changed since they were installed: ${named}${more}. Installing them`
}

const MOST_NAMED = 5

/**
 * Packages of the lock file that are not installed in the same version, such as `valibot 1.5.0`. What npm notes as installed
 * (`node_modules/.package-lock.json`) is not believed where the folder is gone. An optional package may be missing: it is for another platform.
 *
 * @param {Lock} wanted
 * @param {Lock} installed
 * @param {(path: string) => boolean} isThere
 */
export function lackingPackages(wanted, installed, isThere) {
  return Object.entries(wanted.packages)
    .filter(([path, { version, optional }]) => {
      if (path === '') return false
      const noted = installed.packages[path]
      if (noted === undefined) return optional !== true
      return noted.version !== version || !isThere(path)
    })
    .map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')} ${version ?? ''}`.trim())
}

/**
 * @param {string} path
 * @returns {Lock}
 */
const readLock = (path) => JSON.parse(readFileSync(path, 'utf8'))
