import type { Browser, Page } from 'playwright'
import { chromium } from 'playwright'
import { findChromium } from '../find-chromium.mjs'
import { inProject } from '../project.mjs'
import { serveFolder } from '../serve-folder.mjs'
import { peakOf } from './run-in-chromium.ts'

/** What one thing that a person does on the built page cost. */
interface PageMeasure {
  what: string
  /** Milliseconds until the page showed the result. */
  ms: number
  /** Longest time, in milliseconds, in which the page would not have answered. */
  gap: number
  note?: string
}

/** Opens, scrolls, converts, finds variants and undoes on the built page, with a file of the bench; Markdown. */
export async function pageTable(file: string, size: string, folder = inProject('dist')): Promise<string[]> {
  const server = await serveFolder({ folder })
  const browser = await chromium.launch({
    executablePath: findChromium()!,
    args: ['--no-sandbox', '--disable-gpu', '--js-flags=--max-old-space-size=8192'],
  })
  try {
    const { measures, peak } = await measured(browser, server.url, file)
    const cancelled = await cancelling(browser, server.url, file)
    return [
      `## The page, ${size} rows`,
      '',
      `Peak of the renderer ${Math.round(peak)} MB. ${cancelled}`,
      '',
      '| | ms | longest gap of the page, ms | |',
      '|---|---:|---:|---|',
      ...measures.map(
        ({ what, ms, gap, note = '' }) => `| ${what} | ${shown(ms)} | ${shown(gap)} | ${note} |`,
      ),
      '',
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}

const shown = (ms: number): string => (Number.isNaN(ms) ? '—' : Math.round(ms).toLocaleString('en'))

async function newPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  await page.goto(url)
  // A timer every 5 ms in the page: what it is late by is how long the page could not have answered.
  await page.evaluate(() => {
    const seen = { last: performance.now(), gap: 0, bar: [] as string[] }
    Object.assign(window, { seen })
    setInterval(() => {
      const now = performance.now()
      seen.gap = Math.max(seen.gap, now - seen.last)
      seen.last = now
      const value = document.querySelector<HTMLElement>('.line i')?.style.width
      if (value !== undefined && value !== seen.bar.at(-1)) seen.bar.push(value)
    }, 5)
  })
  return page
}

interface Seen {
  gap: number
  last: number
  bar: string[]
}

async function open(page: Page, file: string): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  const [chooser] = await Promise.all([
    asked,
    page
      .getByText(/^Choisir un fichier/)
      .first()
      .click(),
  ])
  await chooser.setFiles(file)
}

async function measured(
  browser: Browser,
  url: string,
  file: string,
): Promise<{ measures: PageMeasure[]; peak: number }> {
  const page = await newPage(browser, url)
  const measures: PageMeasure[] = []
  const measure = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    await page.evaluate(() => {
      const { seen } = window as unknown as { seen: Seen }
      seen.gap = 0
      seen.bar = []
      seen.last = performance.now()
    })
    const start = performance.now()
    try {
      await work()
    } catch (error) {
      // What follows is measured all the same.
      measures.push({ what, ms: NaN, gap: NaN, note: `failed: ${String(error).split('\n')[0]!}` })
      return
    }
    const ms = performance.now() - start
    const { gap, bar } = await page.evaluate(() => (window as unknown as { seen: Seen }).seen)
    const note = bar.length > 1 ? `progress bar in ${bar.length} positions` : ''
    measures.push({ what, ms, gap, note })
  }
  const grid = page.getByRole('grid')
  await measure('open the file', async () => {
    await open(page, file)
    await grid.getByText('Budget primitif').first().waitFor()
  })
  await measure('scroll to the end and back', async () => {
    await grid.getByRole('gridcell').first().click()
    await page.keyboard.press('Control+ArrowDown')
    await page.waitForTimeout(1000)
    for (let turn = 0; turn < 20; turn++) {
      await page.mouse.wheel(0, -20_000)
      await page.waitForTimeout(50)
    }
    await page.keyboard.press('Control+ArrowUp')
    await page.waitForTimeout(500)
  })
  const addStep = async (): Promise<void> => {
    const button = page.getByRole('button', { name: 'Ajouter l’étape' })
    await button.click()
    await button.waitFor({ state: 'detached' })
  }
  const act = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(words)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
  }
  const convert = 'Convertir en nombre'
  await measure('prepare and add: convert 7 columns', async () => {
    await act(convert)
    const list = page.getByRole('form', { name: convert }).getByRole('combobox', { name: 'Colonnes' })
    for (const name of [
      'BGT_ANNEE',
      'BGT_MTREAL',
      'BGT_MTBUDGPREC',
      'BGT_MTRARPREC',
      'BGT_MTPROPNOUV',
      'BGT_MTPREV',
      'BGT_CREDOUV',
    ]) {
      await list.fill(name)
      await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
    }
    await list.press('Escape')
    await addStep()
  })
  await measure('undo it', async () => {
    await page
      .getByRole('button', { name: /^Annuler/ })
      .first()
      .click()
    await page.getByRole('button', { name: /^1 Convertir/ }).waitFor({ state: 'detached' })
  })
  await measure('find variants of BENEFICIAIRE', async () => {
    await grid.getByRole('gridcell').first().click()
    await page.keyboard.press('End')
    await page
      .getByRole('columnheader', { name: /BENEFICIAIRE/ })
      .getByRole('button', { name: /^Actions sur/ })
      .click()
    await page.getByRole('menuitem', { name: 'Regrouper les variantes' }).click()
    await page
      .getByText(/Aucune ne ressemble|sembl(e|ent) désigner/)
      .first()
      .waitFor()
  })
  const devtools = await browser.newBrowserCDPSession()
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  const peak = Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id)))
  await page.context().close()
  return { measures, peak }
}

/** Gives an opening up half way; says how long that took and what it left behind. */
async function cancelling(browser: Browser, url: string, file: string): Promise<string> {
  const page = await newPage(browser, url)
  try {
    await open(page, file)
    const cancel = page.getByRole('button', { name: 'Abandonner' }).first()
    try {
      await cancel.waitFor({ timeout: 20_000 })
    } catch {
      return 'The file was open before it could be cancelled.'
    }
    const start = performance.now()
    await cancel.click()
    await cancel.waitFor({ state: 'detached' })
    const ms = performance.now() - start
    const left = await page.evaluate(async () => {
      const counts: number[] = []
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name!)
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error ?? new Error('no database'))
        })
        for (const store of database.objectStoreNames) {
          counts.push(
            await new Promise<number>((resolve, reject) => {
              const request = database.transaction(store).objectStore(store).count()
              request.onsuccess = () => resolve(request.result)
              request.onerror = () => reject(request.error ?? new Error('no count'))
            }),
          )
        }
        database.close()
      }
      return counts.reduce((sum, count) => sum + count, 0)
    })
    return `Cancelling while it opens took ${Math.round(ms)} ms and left ${left} records in the browser’s storage.`
  } finally {
    await page.context().close()
  }
}
