/**
 * `npm test [-- NAME…]`: every check of the project, or those named. Says at the end, in one line, how many passed and how many
 * failed: each test counts, and each other check counts as one. Exit 0 when nothing failed.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { findOrInstallChromium } from './find-chromium.mjs'
import { installIfMissing } from './install.mjs'
import { inProject, root } from './project.mjs'

/**
 * @typedef {{ passed: number, failed: number, skipped: string[], output: string }} Result `output` is shown when something failed
 * @typedef {{ name: string, run: () => Promise<Result> }} Check
 */

const MINUTE_MS = 60_000
/** Whatever still runs after this is stopped, and counted as failed. */
const deadline = Date.now() + 14 * MINUTE_MS

/** Rows run one after the other; the lanes of a row side by side; the checks of a lane one after the other. */
/** @type {Check[][][]} */
const rows = [
  [
    [check('build', 'scripts/build.mjs', '--stale'), tests('unit')],
    [
      check('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
      check('types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'),
      check(
        'svelte',
        'node_modules/svelte-check/bin/svelte-check',
        ...['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
      ),
      check('lint', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'),
      check(
        'layers',
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        ...['--config', '.dependency-cruiser.cjs', 'src', 'workers', 'vite', 'scripts', 'test'],
      ),
      check('unused', 'node_modules/knip/bin/knip.js'),
    ],
  ],
  // Alone: a page, its worker and its drawing need both cores.
  [[tests('browser')]],
]

const names = rows.flat(2).map(({ name }) => name)
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  say(`No check is called ${unknown.join(', ')}. There are: ${names.join(', ')}`)
  process.exit(2)
}

installIfMissing()
mkdirSync(inProject('.cache'), { recursive: true })

/** @type {Result} */
const total = { passed: 0, failed: 0, skipped: [], output: '' }
for (const row of rows) await Promise.all(row.map(runLane))

if (total.skipped.length > 0) say(`\nSkipped:\n${total.skipped.map((name) => `  ${name}`).join('\n')}`)
const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : ''
say(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

/** @param {Check[]} lane */
async function runLane(lane) {
  for (const { name, run } of lane) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const startedMs = Date.now()
    const result = await run()
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1)
    if (result.failed > 0) say(`\n${stripVTControlCharacters(result.output).trim()}\n`)
    say(
      `${result.failed > 0 ? '✗' : '✓'} ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`,
    )
    total.passed += result.passed
    total.failed += result.failed
    total.skipped.push(...result.skipped)
  }
}

/**
 * A command of Node that counts as one: passed when it ends with 0.
 *
 * @param {string} name
 * @param {string} script
 * @param {string[]} args
 * @returns {Check}
 */
function check(name, script, ...args) {
  return {
    name,
    run: async () => {
      const { code, output } = await node([inProject(script), ...args])
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [], output }
    },
  }
}

/**
 * A project of Vitest, counted test by test.
 *
 * @param {'unit' | 'browser'} name
 * @returns {Check}
 */
function tests(name) {
  return {
    name,
    run: async () => {
      const reportPath = inProject(`.cache/tests-${name}.json`)
      rmSync(reportPath, { force: true })
      /** @type {NodeJS.ProcessEnv} */
      const env = {}
      if (name === 'browser') {
        try {
          env['CHROME'] = findOrInstallChromium(say)
        } catch (error) {
          return failure(/** @type {Error} */ (error).message)
        }
      }
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`]
      const args = [inProject('node_modules/vitest/vitest.mjs'), 'run', '--project', name, ...reporters]
      const { code, output } = await node(args, env)
      return count(reportPath, code, output)
    },
  }
}

/**
 * @param {string} reportPath what the JSON reporter of Vitest wrote
 * @param {number} code with which Vitest ended
 * @param {string} output
 * @returns {Result}
 */
function count(reportPath, code, output) {
  /** @typedef {{ fullName: string, status: string }} TestReport */
  /** @type {{ testResults: { name: string, status: string, assertionResults: TestReport[] }[] }} */
  let report
  try {
    report = JSON.parse(readFileSync(reportPath, 'utf8'))
  } catch {
    return failure(output)
  }
  const files = report.testResults
  const all = files.flatMap((file) => file.assertionResults)
  const passed = all.filter(({ status }) => status === 'passed').length
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  const failed = all.filter(({ status }) => status === 'failed').length + broken.length
  const skipped = all.filter(({ status }) => status !== 'passed' && status !== 'failed')
  return {
    passed,
    // An error outside of any test makes Vitest fail without a failed test.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: skipped.map(({ fullName }) => fullName),
    output,
  }
}

/**
 * @param {string} output
 * @returns {Result}
 */
function failure(output) {
  return { passed: 0, failed: 1, skipped: [], output }
}

/**
 * Runs Node in the project's folder, until the deadline.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] beside the environment of this process
 * @returns {Promise<{ code: number, output: string }>}
 */
function node(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text))
    }
    const timer = setTimeout(
      () => {
        output += '\nStopped: the whole run takes too long.'
        child.kill('SIGKILL')
      },
      Math.max(0, deadline - Date.now()),
    )
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`)
}
