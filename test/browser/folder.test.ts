import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, it, onTestFinished } from 'vitest'
import { inProject } from '../../scripts/project.mjs'
import { act, addStep, download, replay } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'

/** A folder on the disk, gone after the test. */
function folder(name: string, files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'tamis-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, name, path, '..'), { recursive: true })
    writeFileSync(join(root, name, path), text)
  }
  return join(root, name)
}

/** Lets go of files or folders of the disk over the page, as the system's file manager would. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
}

const lastYear = {
  'janvier.csv': 'code;ville\n01;Lyon\n02;Brest\n',
  'fevrier/fevrier.csv': 'code;ville;note\n03;Crac’h;vu\n',
  'lisez-moi.pdf': '%PDF-1.7',
  '.DS_Store': 'x',
}

const chooseTogether = (page: Page): Promise<void> =>
  page.getByRole('radio', { name: /^Les 2 fichiers CSV dans une seule feuille/ }).check()

it('a folder dropped on the page becomes one table that says which file each row comes from, and is asked for again next year', async () => {
  const { page, downloads } = await openPage()
  await drop(page, [folder('mensuels', lastYear)])
  const dialog = page.getByRole('dialog', { name: 'Que faire du dossier « mensuels » (4 fichiers) ?' })
  await dialog.getByText('Laissés de côté : lisez-moi.pdf.').waitFor()
  await chooseTogether(page)
  expect(await accessibilityFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Ouvrir' }).click()
  await page.getByRole('gridcell', { name: 'fevrier/fevrier.csv' }).waitFor()
  await page
    .getByText('« janvier.csv » n’a pas « note » (comparé à « fevrier/fevrier.csv »).')
    .first()
    .waitFor()
  const here = await download(page, downloads, 'Télécharger le tableau (CSV)')
  expect(here).toBe(
    'fichier,code,ville,note\nfevrier/fevrier.csv,03,Crac’h,vu\njanvier.csv,01,Lyon,\njanvier.csv,02,Brest,\n',
  )

  await act(page, 'Supprimer les colonnes vides')
  await addStep(page)
  const recipe = await download(page, downloads, 'Enregistrer la recette')
  const next = folder('mensuels', {
    'mars.csv': 'code;ville;note\n04;Auray;\n',
    'avril.csv': 'code;ville;note\n05;Vannes;ok\n',
  })
  await page.getByRole('button', { name: 'Rejouer sur un autre fichier' }).click()
  await page.getByText('ou déposez ici leur dossier').waitFor()
  await drop(page, [next])
  await page.getByRole('heading', { name: /^Avant de rejouer/ }).waitFor()
  await replay(page)
  await page.getByRole('button', { name: 'Ouvrir le classeur' }).click()
  await page.getByRole('gridcell', { name: 'mars.csv' }).waitFor()
  const again = await download(page, downloads, 'Télécharger le tableau (CSV)')
  expect(again).toBe('fichier,code,ville,note\navril.csv,05,Vannes,ok\nmars.csv,04,Auray,\n')

  const out = mkdtempSync(join(tmpdir(), 'tamis-'))
  onTestFinished(() => rmSync(out, { recursive: true, force: true }))
  writeFileSync(join(out, 'r.tamis.json'), recipe)
  execFileSync(process.execPath, [
    inProject('scripts/tamis.mjs'),
    ...['replay', join(out, 'r.tamis.json'), next, '-o', join(out, 'made')],
  ])
  const [made] = readdirSync(join(out, 'made'))
  expect(readFileSync(join(out, 'made', made!), 'utf8')).toBe(again)
})

it('a folder chosen by the browser’s own dialog, or by the dialog that every browser has, opens the same', async () => {
  const { page } = await openPage()
  await page.evaluate(async (files) => {
    const root = await navigator.storage.getDirectory()
    const chosen = await root.getDirectoryHandle('mensuels', { create: true })
    for (const [path, text] of Object.entries(files)) {
      const [inner, name = inner!] = path.split('/')
      const place = path.includes('/') ? await chosen.getDirectoryHandle(inner!, { create: true }) : chosen
      const stream = await (await place.getFileHandle(name, { create: true })).createWritable()
      await stream.write(text)
      await stream.close()
    }
    window.showDirectoryPicker = () => Promise.resolve(chosen)
  }, lastYear)
  await page.getByRole('button', { name: 'Choisir un dossier' }).click()
  await chooseTogether(page)
  await page.getByRole('button', { name: 'Ouvrir' }).click()
  await page.getByRole('gridcell', { name: 'fevrier/fevrier.csv' }).waitFor()

  await page.getByRole('link', { name: 'Tamis, retour à l’accueil' }).click()
  await page.evaluate(() => Object.defineProperty(window, 'showDirectoryPicker', { value: undefined }))
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choisir un dossier' }).click()
  await (await asked).setFiles(folder('mensuels', lastYear))
  await chooseTogether(page)
  await page.getByRole('button', { name: 'Ouvrir' }).click()
  await page.getByRole('gridcell', { name: 'fevrier/fevrier.csv' }).waitFor()
})

it('several files chosen at once are one sheet each, or one together, as the person says', async () => {
  const { page } = await openPage()
  const root = folder('x', { 'dons-2020.csv': 'a;b\n1;2\n', 'dons-2021.csv': 'a;b\n3;4\n' })
  const both = ['dons-2020.csv', 'dons-2021.csv'].map((name) => join(root, name))
  await drop(page, both)
  await page.getByRole('radio', { name: 'Une feuille par fichier (2 feuilles)' }).check()
  await page.getByRole('button', { name: 'Ouvrir' }).click()
  await page.getByRole('button', { name: 'dons-2021', exact: true }).waitFor()

  await drop(page, both)
  await chooseTogether(page)
  await page.getByRole('button', { name: 'Ajouter à ce classeur' }).click()
  await page.getByRole('button', { name: 'dons', exact: true }).waitFor()
  await page.getByRole('gridcell', { name: 'dons-2021.csv' }).waitFor()

  // One file on an open workbook is asked about as before.
  await drop(page, both.slice(0, 1))
  await page.getByRole('dialog', { name: 'Que faire de « dons-2020.csv » ?' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})
