import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { inProject } from '../../scripts/project.mjs'
import { accessibilityFaults, openPage, serve } from './browser.ts'

test('the page opens from a sub-path of a web server, says its name and asks nothing of any other origin', async () => {
  const { page } = await openPage()
  await expect.poll(() => page.title()).toContain('Tamis')
  await page.locator('#app > *').first().waitFor()
})

test('the first screen can be used with assistive technology', async () => {
  const { page } = await openPage()
  await page.locator('#app > *').first().waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
})

test('the built page forbids itself code that is made up at run time and anything from elsewhere', async () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(
    readFileSync(inProject('dist/index.html'), 'utf8'),
  )?.[1]
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toContain('unsafe-eval')
  expect(policy).not.toMatch(/https?:|\*/)

  const { page, faults } = await openPage()
  const outcome = await page.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => 'sent',
      () => 'refused',
    ),
  )
  expect(outcome).toBe('refused')
  await expect.poll(() => faults.splice(0).join()).toContain('Content Security Policy')
})

/** Opens a file of two rows from the first screen. */
async function openSmallFile(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'communes.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('code;nom\n01;Un\n02;Deux\n'),
    })
  await page.getByRole('gridcell', { name: 'Deux' }).waitFor()
}

test('the worker, which holds the data, cannot send anything to another origin either', async () => {
  const elsewhere = await serve('/ailleurs/')
  const { page } = await openPage()
  await openSmallFile(page)
  const [worker] = page.workers()
  const outcome = await worker?.evaluate(
    (url) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'sent',
        () => 'refused',
      ),
    elsewhere.url,
  )
  expect(outcome).toBe('refused')
})

test('once opened, the page opens again and reads files when the server is gone', async () => {
  const server = await serve('/ailleurs/tamis/')
  const { page, faults } = await openPage({ url: server.url })
  const isKept = (): Promise<boolean> => page.evaluate(() => navigator.serviceWorker.controller !== null)
  await expect.poll(isKept, { timeout: 20_000 }).toBe(true)
  await server.close()
  await page.reload()
  await page.locator('#app > *').first().waitFor()
  await page.goto(server.url + 'index.html')
  await openSmallFile(page)
  // The browser asks for the service worker again at each visit, and says that the server does not answer.
  const unexpected = faults.splice(0).filter((fault) => !fault.includes('ERR_CONNECTION_REFUSED'))
  expect(unexpected).toEqual([])
})
