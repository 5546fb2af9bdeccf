import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { choose } from './actions.ts'
import { openPage } from './browser.ts'

const small = {
  name: 'villes.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('code;ville\n01;Lyon\n02;Brest\n'),
}

/** A script cannot answer the system's dialog: this one answers in its place, with a real file of the browser's own folder. */
const answerWith = (page: Page, answer: 'a file' | 'no' | 'forbidden'): Promise<void> =>
  page.evaluate((what) => {
    window.showSaveFilePicker = async ({ suggestedName }) => {
      if (what === 'no') throw new DOMException('given up', 'AbortError')
      if (what === 'forbidden') throw new DOMException('forbidden', 'SecurityError')
      const folder = await navigator.storage.getDirectory()
      return folder.getFileHandle(suggestedName, { create: true })
    }
  }, answer)

/** Names and texts of what is in the browser's own folder. */
const written = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const texts: Record<string, string> = {}
    const folder = await navigator.storage.getDirectory()
    for await (const [name, entry] of folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>)
      texts[name] = await (await entry.getFile()).text()
    return texts
  })

async function publish(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: 'Publier' }).click()
  await page.getByLabel('Choisir où enregistrer').check()
  await page.getByRole('button', { name: button }).click()
}

const CSV = 'Télécharger le tableau (CSV)'

it('a table is written to the place that the person chose, and the choice is remembered', async () => {
  const { page, downloads } = await openPage()
  await choose(page, small)
  await page.getByText('2 lignes').first().waitFor()
  await answerWith(page, 'a file')
  await publish(page, CSV)
  await page.getByText('« villes.csv » est écrit à l’endroit choisi').waitFor()
  expect(await written(page)).toEqual({ 'villes.csv': 'code,ville\n01,Lyon\n02,Brest\n' })
  await page.reload()
  await page.getByRole('button', { name: 'Publier' }).click()
  expect(await page.getByLabel('Choisir où enregistrer').isChecked()).toBe(true)
  expect(downloads).toEqual([])
})

it('closing the dialog does nothing; a browser that forbids it sends the file to the downloads and says so', async () => {
  const { page, downloads } = await openPage()
  await choose(page, small)
  await page.getByText('2 lignes').first().waitFor()
  await answerWith(page, 'no')
  await publish(page, CSV)
  await answerWith(page, 'forbidden')
  await publish(page, CSV)
  await page.getByText('le fichier va dans les téléchargements').waitFor()
  await expect.poll(() => downloads.length).toBe(1)
  expect(readFileSync(await downloads[0]!.path(), 'utf8')).toBe('code,ville\n01,Lyon\n02,Brest\n')
  expect(await written(page)).toEqual({})
})

const save = (page: Page, name: string, text: string): Promise<void> =>
  page.evaluate(
    async ([fileName, content]) => {
      const folder = await navigator.storage.getDirectory()
      const file = await folder.getFileHandle(fileName, { create: true })
      const stream = await file.createWritable()
      await stream.write(content)
      await stream.close()
    },
    [name, text] as const,
  )

it('giving up in the middle of a long export leaves no new file behind, and an older one as it was', async () => {
  const { page } = await openPage()
  const rows = Array.from({ length: 200_000 }, (_, i) =>
    [i, i * 7919, `nom ${i}`, `rue ${i % 977}`, (i * 31) % 1009, `ville ${i % 313}`, i ^ 0x5555].join(';'),
  )
  await choose(page, {
    name: 'longue.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`a;b;c;d;e;f;g\n${rows.join('\n')}\n`),
  })
  await page.getByRole('gridcell', { name: 'nom 3', exact: true }).waitFor()
  await answerWith(page, 'a file')
  await publish(page, 'Excel (XLSX)')
  await page.getByRole('button', { name: 'Abandonner' }).click()
  await page.getByRole('button', { name: 'Abandonner' }).waitFor({ state: 'detached' })
  await expect.poll(() => written(page)).toEqual({})
  await save(page, 'longue.xlsx', 'last year')
  await publish(page, 'Excel (XLSX)')
  await page.getByRole('button', { name: 'Abandonner' }).click()
  await page.getByRole('button', { name: 'Abandonner' }).waitFor({ state: 'detached' })
  expect(await written(page)).toEqual({ 'longue.xlsx': 'last year' })
  // The page goes on.
  await publish(page, CSV)
  await expect.poll(async () => Object.keys(await written(page))).toContain('longue.csv')
})
