import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { choose } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'

const open = async (page: Page, name: string, content: string | Buffer): Promise<void> => {
  await choose(page, { name, mimeType: 'text/plain', buffer: Buffer.from(content as string) })
  await page.getByText('Lu ainsi').waitFor()
}

const columns = async (page: Page): Promise<string[]> => {
  const names = await page.getByRole('columnheader').allInnerTexts()
  return names.map((text) => text.split('\n')[0]!.trim()).filter((name) => name !== 'Ligne')
}

it('any separator can be typed, and one press goes back to what Tamis finds', async () => {
  const { page } = await openPage()
  await open(page, 'a.txt', 'code@@nom\n01@@Lyon\n02@@Brest\n')
  await page.getByRole('button', { name: /^Séparateur/ }).click()
  await page.getByRole('radio', { name: 'Autre…' }).check()
  await page.getByRole('textbox', { name: 'Séparateur' }).fill('@@')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('gridcell', { name: 'Brest', exact: true }).waitFor()
  await expect.poll(() => columns(page)).toEqual(['code', 'nom'])
  await page.getByRole('button', { name: /^Séparateur : « @@ »/ }).click()
  await page.getByRole('button', { name: 'Laisser Tamis décider' }).click()
  await page.getByRole('gridcell', { name: '02@@Brest' }).waitFor()
})

it.each([
  ['\\t', 'code\tnom\n01\tLyon d’en bas\n'],
  ['   ', 'code   nom\n01   Lyon d’en bas\n'],
])('the separator typed as %j cuts the lines', async (typed, text) => {
  const { page } = await openPage()
  await open(page, 'a.txt', text)
  // Chosen otherwise first.
  await page.getByRole('button', { name: /^Séparateur/ }).click()
  await page.getByRole('radio', { name: 'deux-points', exact: true }).click()
  await expect.poll(() => columns(page).then((names) => names.length)).toBe(1)
  await page.getByRole('button', { name: /^Séparateur/ }).click()
  await page.getByRole('radio', { name: 'Autre…' }).check()
  await page.getByRole('textbox', { name: 'Séparateur' }).fill(typed)
  await page.keyboard.press('Enter')
  await page.getByRole('gridcell', { name: 'Lyon d’en bas', exact: true }).waitFor()
})

it('accents that were encoded twice are restored by one press, and that can be taken back', async () => {
  const { page } = await openPage()
  await open(page, 'a.csv', 'nom;note\nÃ‰cole Jules FerryÂ°;1\nCrÃ¨che;2\nLycÃ©e;3\n')
  await page.getByRole('button', { name: 'Rétablir les accents' }).click()
  await page.getByRole('gridcell', { name: 'Crèche' }).waitFor()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Annuler' }).click()
  await page.getByRole('gridcell', { name: 'CrÃ¨che' }).waitFor()
})

it('a file can be read as another format, and back', async () => {
  const { page } = await openPage()
  await open(page, 'a.jsonl', '{"a":1,"b":"x"}\n{"a":2,"b":"y"}\n')
  await page.getByRole('button', { name: /^Format/ }).click()
  await page.getByRole('radio', { name: /^Texte/ }).click()
  await expect.poll(() => page.getByRole('gridcell', { name: 'y', exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: /^Format/ }).click()
  await page.getByText('Pourquoi : choisi à la main.').waitFor()
  await page.getByRole('button', { name: 'Laisser Tamis décider' }).click()
  await page.getByRole('gridcell', { name: 'y', exact: true }).waitFor()
})

it('the line of the names is chosen by its number, and the lines before it are said', async () => {
  const { page } = await openPage()
  await open(page, 'a.csv', 'Titre;;\ncode;nom;x\n01;Lyon;1\n02;Brest;2\n')
  await page.getByRole('button', { name: /^Noms des colonnes/ }).click()
  await page.getByRole('spinbutton', { name: 'Noms des colonnes' }).fill('3')
  await page.keyboard.press('Enter')
  await expect.poll(() => columns(page)).toEqual(['01', 'Lyon', '1'])
  await page.getByText('2 lignes ignorées avant').waitFor()
})
