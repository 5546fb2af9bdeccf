import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Download, type Page } from 'playwright'
import { afterAll, onTestFinished } from 'vitest'
import { findChromium } from '../../scripts/find-chromium.mjs'
import { inProject } from '../../scripts/project.mjs'
import { serveFolder } from '../../scripts/serve-folder.mjs'

let browser: Promise<Browser> | undefined
const servers: { close: () => Promise<void> }[] = []

afterAll(async () => {
  await (await browser)?.close()
  await Promise.all(servers.map((server) => server.close()))
})

/** The installed Chromium, started once a test file. */
function launch(): Promise<Browser> {
  browser ??= start()
  return browser
}

function start(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('no Chromium or Chrome: set CHROME to its path')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Serves the built page from a path of its own, as any web server might; closed at the end of the test file. */
export async function serve(path = '/tamis/'): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await serveFolder({ folder: inProject('dist'), path })
  servers.push(server)
  return server
}

let shared: Promise<{ url: string }> | undefined

/** What a test holds of a page. */
interface Opened {
  page: Page
  /** Everything that the page saved so far, in order. */
  downloads: Download[]
  /** What went wrong so far. The test fails at its end unless this is empty; a test that expects a fault takes it out. */
  faults: string[]
}

interface OpenOptions {
  /** Address of the page; the one that `serve()` gives unless told. */
  url?: string
  locale?: string
  /** The context of a page opened before in the same test, so that the new page sees what that one stored. */
  context?: BrowserContext
}

/**
 * Opens the page in a browser profile of its own. The test fails at its end if anything was written to the console as an error
 * or a warning, threw, broke the page's security policy, or asked another origin for something. To be called within a test.
 */
export async function openPage(options: OpenOptions = {}): Promise<Opened> {
  shared ??= serve()
  const url = options.url ?? (await shared).url
  const context = options.context ?? (await newContext(options.locale ?? 'fr-FR'))
  const faults = watch(context, new URL(url).origin)
  const page = await context.newPage()
  const downloads: Download[] = []
  page.on('download', (download) => downloads.push(download))
  page.on('crash', () => faults.push('the page crashed'))
  await page.goto(url)
  return { page, downloads, faults }
}

async function newContext(locale: string): Promise<BrowserContext> {
  const context = await (
    await launch()
  ).newContext({
    locale,
    acceptDownloads: true,
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  context.setDefaultTimeout(30_000)
  return context
}

const watched = new WeakMap<BrowserContext, string[]>()

/** The faults of a context, gathered from now on; the test that runs fails at its end if there are any. */
function watch(context: BrowserContext, origin: string): string[] {
  const known = watched.get(context)
  if (known !== undefined) return known
  const faults: string[] = []
  watched.set(context, faults)
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      faults.push(`console: ${message.text()} (${message.location().url})`)
    }
  })
  context.on('weberror', (error) => faults.push(`error: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    const address = new URL(request.url())
    if (address.protocol === 'data:' || address.protocol === 'blob:') return
    if (address.origin !== origin) faults.push(`request to another origin: ${request.url()}`)
  })
  onTestFinished(async () => {
    await context.close()
    if (faults.length > 0) throw new Error(`The page did what it must not:\n${faults.join('\n')}`)
  })
  return faults
}

/** What axe finds on the page as it stands, one line a rule; empty when there is nothing. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(' ')})`,
  )
}
