import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { inProject, root } from './project.mjs'

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, peer?: boolean }> }} Lock */

/**
 * Installs the dependencies that the lock file names, unless they are all there. What npm says goes to standard error.
 * Ends the process with npm's code when npm fails.
 */
export function installIfMissing() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`Tamis needs Node 20.19 or later; this is Node ${process.versions.node}.\n`)
    process.exit(2)
  }
  if (isInstalled()) return
  process.stderr.write('Installing dependencies (npm ci)…\n')
  const npm = process.env['npm_execpath']
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status === 0) return
  process.stderr.write(`The dependencies could not be installed${error ? ` (${error.message})` : ''}.\n`)
  process.exit(status ?? 1)
}

/** Whether every package of the lock file is in `node_modules` in the same version (those of other platforms apart). */
function isInstalled() {
  const installedPath = inProject('node_modules/.package-lock.json')
  if (!existsSync(installedPath)) return false
  const wanted = readLock(inProject('package-lock.json'))
  const installed = readLock(installedPath)
  return Object.entries(wanted.packages).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed.packages[path]?.version === version,
  )
}

/**
 * @param {string} path
 * @returns {Lock}
 */
const readLock = (path) => JSON.parse(readFileSync(path, 'utf8'))
