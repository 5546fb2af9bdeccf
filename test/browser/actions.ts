import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright'
import { expect } from 'vitest'

type GivenFile = string | { name: string; mimeType: string; buffer: Buffer }

/** Presses what asks for a file and gives it one, as the browser's own dialog would. */
export async function choose(
  page: Page,
  file: GivenFile,
  words: string | RegExp = /^Choisir un fichier/,
): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  const [chooser] = await Promise.all([asked, page.getByText(words).first().click()])
  await chooser.setFiles(file)
}

/** Adds the step in preparation and waits until it is saved. */
export async function addStep(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Ajouter l’étape' })
  await button.click()
  await button.waitFor({ state: 'detached' })
}

/** Replays, and waits for what is said afterwards: the page before it shows the same steps and their new values. */
export async function replay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Rejouer', exact: true }).click()
  await page.getByRole('heading', { name: 'Recette rejouée' }).waitFor()
}

/** Finds an action by words of its name and takes it, by keyboard. */
export async function act(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

/** Chooses columns in a form's list by typing their names. */
export async function pickColumns(
  page: Page,
  form: string,
  label: string,
  names: readonly string[],
): Promise<void> {
  const list = page.getByRole('form', { name: form }).getByRole('combobox', { name: label })
  for (const name of names) {
    await list.fill(name)
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
  }
  await list.press('Escape')
}

/** Takes a download of the menu « Publier » and gives its text. */
export async function download(page: Page, downloads: readonly Download[], button: string): Promise<string> {
  const before = downloads.length
  await page.getByRole('button', { name: 'Publier' }).click()
  await page.getByRole('button', { name: button }).click()
  const sure = page.getByRole('button', { name: 'Enregistrer quand même' })
  await expect
    .poll(async () => {
      if (await sure.isVisible()) await sure.click()
      return downloads.length
    })
    .toBe(before + 1)
  await page.keyboard.press('Escape')
  return readFileSync(await downloads[before]!.path(), 'utf8')
}
