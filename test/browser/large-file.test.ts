import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { choose } from './actions.ts'
import { openPage } from './browser.ts'

/** Lets a file of more than two gigabytes go over the page; its bytes are the same lines again and again, held once. */
const dropLargeFile = (page: Page, start: string): Promise<void> =>
  page.evaluate((head) => {
    const lines = new Blob([Array.from({ length: 400_000 }, (_, i) => `${i};Lyon;${i * 7}\n`).join('')])
    const file = new File([head, ...Array.from({ length: 400 }, () => lines)], 'énorme.csv')
    const transfer = new DataTransfer()
    transfer.items.add(file)
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    )
  }, start)

it('a file past what a page can hold is refused before it is read, and its start can be opened', async () => {
  const { page } = await openPage()
  await dropLargeFile(page, 'code;ville;n\n')
  await page.getByText('plus que les 2,2 Go qu’une page du navigateur peut ouvrir').waitFor()
  await page.getByRole('button', { name: 'Ouvrir seulement le début (50 Mo)' }).click()
  await page.getByRole('gridcell', { name: 'Lyon' }).first().waitFor()
  await expect.poll(() => page.title()).toBe('énorme (début) · Tamis')
})

it('another sheet is shown from its top, and the first one where it was left', async () => {
  const { page } = await openPage()
  const lines = (name: string, count: number) =>
    Buffer.from(`a;b\n${Array.from({ length: count }, (_, i) => `${name}${i};x`).join('\n')}\n`)
  await choose(page, { name: 'longue.csv', mimeType: 'text/csv', buffer: lines('l', 5000) })
  await page.getByRole('gridcell', { name: 'l3', exact: true }).hover()
  await page.mouse.wheel(0, 28_000)
  await page.getByRole('gridcell', { name: 'l1003', exact: true }).waitFor()
  await page
    .locator('nav input[type=file]')
    .setInputFiles({ name: 'autre.csv', mimeType: 'text/csv', buffer: lines('m', 3000) })
  await page.getByRole('gridcell', { name: 'm2', exact: true }).waitFor()
  await page.getByRole('button', { name: 'longue', exact: true }).click()
  await page.getByRole('gridcell', { name: 'l1003', exact: true }).waitFor()
})
