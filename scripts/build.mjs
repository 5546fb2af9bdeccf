import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { installIfMissing } from './install.mjs'
import { inProject, root } from './project.mjs'

/** What is built: the page (a static folder), or the command line. */
const targets = {
  page: {
    folder: 'dist',
    args: /** @type {string[]} */ ([]),
    sources: ['src', 'workers', 'public', 'vite', 'index.html', 'vite.config.ts', 'svelte.config.js'],
  },
  cli: {
    folder: 'dist-cli',
    args: ['--ssr', 'src/cli/cli.ts'],
    sources: ['src', 'workers', 'vite.config.ts'],
  },
}

/** @typedef {keyof typeof targets} Target */

/** The build failed; the message holds what Vite said. */
export class BuildFailed extends Error {}

/**
 * Builds a target unless what is there was made from the sources as they are now. Only one process builds at a time, and the
 * folder is replaced whole, once built. Nothing is printed.
 *
 * @param {Target} target
 * @returns {Promise<boolean>} whether something was built
 * @throws {BuildFailed}
 */
export async function buildIfStale(target) {
  if (isFresh(target)) return false
  return withLock(target, async () => {
    if (isFresh(target)) return false
    await build(target)
    return true
  })
}

/**
 * Whether `buildIfStale` would have nothing to do.
 *
 * @param {Target} target
 */
export function isFresh(target) {
  const stamp = stampPath(target)
  if (!existsSync(inProject(targets[target].folder)) || !existsSync(stamp)) return false
  return readFileSync(stamp, 'utf8') === fingerprint(target)
}

/** @param {Target} target */
async function build(target) {
  const { folder, args } = targets[target]
  const before = fingerprint(target)
  const made = `.cache/${folder}-${process.pid}`
  const vite = [inProject('node_modules/vite/bin/vite.js'), 'build', ...args]
  // NODE_ENV decides what Vite takes for production; a test runner sets it to something else.
  const { NODE_ENV: _, ...env } = process.env
  const output = await run([...vite, '--outDir', made, '--emptyOutDir'], { ...env, NODE_ENV: 'production' })
  const old = `${made}-old`
  if (existsSync(inProject(folder))) renameSync(inProject(folder), inProject(old))
  renameSync(inProject(made), inProject(folder))
  rmSync(inProject(old), { recursive: true, force: true })
  writeFileSync(stampPath(target), before)
  return output
}

/**
 * Runs Node with the arguments; gives what was printed.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>}
 */
function run(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text))
    }
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new BuildFailed(stripVTControlCharacters(output.trim()))),
    )
  })
}

/**
 * Digest of the names, sizes and times of the sources of a target, of the dependencies and of this script.
 *
 * @param {Target} target
 */
function fingerprint(target) {
  const digest = createHash('sha256')
  const visit = (/** @type {string} */ path) => {
    const stat = statSync(inProject(path), { throwIfNoEntry: false })
    if (stat === undefined) return
    if (stat.isDirectory()) {
      for (const name of readdirSync(inProject(path)).sort()) visit(`${path}/${name}`)
    } else {
      digest.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
    }
  }
  for (const path of [...targets[target].sources, 'package-lock.json', 'scripts/build.mjs']) visit(path)
  return digest.digest('hex')
}

/** @param {Target} target */
function stampPath(target) {
  return inProject(`.cache/${targets[target].folder}.stamp`)
}

/**
 * @template T
 * @param {Target} target
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withLock(target, work) {
  const path = inProject(`.cache/${targets[target].folder}.lock`)
  mkdirSync(inProject('.cache'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
      if (!isHeld(path)) rmSync(path, { force: true })
      await pause(100)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

/**
 * Whether the process that made the lock still runs.
 *
 * @param {string} path
 */
function isHeld(path) {
  try {
    const holder = Number(readFileSync(path, 'utf8'))
    // A lock that is empty was made this instant.
    if (holder !== 0) process.kill(holder, 0)
    return true
  } catch (error) {
    // Only "no such process" says so; a lock that is gone is not to be removed: another process may be making its own.
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH'
  }
}

/** `node scripts/build.mjs`: the page; with `--stale`: the page and the command line, where older than the sources. */
async function main() {
  installIfMissing()
  if (process.argv.includes('--stale')) {
    await buildIfStale('page')
    await buildIfStale('cli')
    return
  }
  process.stdout.write(await withLock('page', () => build('page')))
  process.stdout.write('The page is in dist/.\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main().catch((/** @type {unknown} */ error) => {
    if (!(error instanceof BuildFailed)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
}
