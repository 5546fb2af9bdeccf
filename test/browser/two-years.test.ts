import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { act, addStep, download, pickColumns } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

async function chooseTwo(page: Page): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page
    .getByText(/^Choisir un fichier/)
    .first()
    .click()
  await (
    await asked
  ).setFiles([
    csv('2024.csv', 'Association;Service;Montant\nJudo;Sport;1 200,50\nDanse;Culture;80\nFoot;Sport;n.c.\n'),
    csv('2023.csv', 'nom;Service;montant\nJudo;Sport;1000\nTennis;Sport;50\n'),
  ])
  await page.getByRole('radio', { name: /^Une feuille par fichier/ }).check()
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click()
  await page.getByText('3 lignes').first().waitFor()
}

it('two years are compared, put together, totalled and sorted, and the published file has it all', async () => {
  const { page, downloads } = await openPage()
  await chooseTwo(page)
  const form = page.getByRole('form')

  await act(page, 'Croiser avec une autre feuille')
  await form.getByLabel('Autre feuille', { exact: true }).selectOption('2023')
  await form.getByLabel('Choisir une colonne d’ici').selectOption('Association')
  await form.getByLabel(/^Colonne de l’autre feuille qui répond/).selectOption('nom')
  await form.getByRole('radio', { name: 'celles qui n’y sont pas' }).check()
  await form.getByText('3 → 2').waitFor()
  await form.getByText(/1.ligne de la feuille «.2023.» ne correspond à aucune d’ici.: Tennis/).waitFor()
  await form.getByRole('button', { name: 'Abandonner' }).click()

  await act(page, 'Ajouter les lignes d’une autre feuille')
  await form.getByLabel('Feuille à ajouter').selectOption('2023')
  const renamed = form.getByRole('group', { name: 'Colonnes qui ont changé de nom' })
  await renamed.getByRole('combobox').selectOption('nom')
  await form.getByLabel(/Colonne où écrire/).fill('Association')
  await form.getByLabel(/Colonne qui dit d’où vient la ligne/).fill('année')
  await form.getByLabel(/Pour les lignes d’ici/).fill('2024')
  await form.getByText('3 → 5').waitFor()
  await addStep(page)

  await act(page, 'Faire des totaux par groupe')
  await pickColumns(page, 'Faire des totaux par groupe', 'Une ligne pour chaque…', ['Service'])
  await form.getByRole('button', { name: 'Ajouter un calcul' }).click()
  await form.getByLabel('Colonne du calcul 2', { exact: true }).selectOption('Montant')
  await form.getByText(/1.cellule n’est pas un nombre.: mise à part/).waitFor()
  await form.getByText('2 330,50, inchangé').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await addStep(page)

  await page.getByRole('columnheader', { name: /Montant \(total\)/ }).click()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Trier du plus petit au plus grand' }).click()
  await form.getByText('2 sur 2').waitFor()
  await addStep(page)

  expect((await download(page, downloads, 'Télécharger le tableau (CSV)')).replace('\ufeff', '')).toBe(
    'Service,nombre de lignes,Montant (total)\nCulture,1,80.00\nSport,4,2250.50\n',
  )
})

it('the values of a column lead to the rows that are kept, and ranges of amounts to those shown', async () => {
  const { page } = await openPage()
  await chooseTwo(page)
  await act(page, 'Convertir en nombre')
  await pickColumns(page, 'Convertir en nombre', 'Colonnes', ['Montant'])
  await addStep(page)
  await page.getByRole('columnheader', { name: /^Montant/ }).click()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Voir les valeurs et filtrer' }).click()
  await page.getByLabel('Chercher une valeur').fill('1\u202f200')
  await page.getByRole('option', { name: /1.200,50/ }).waitFor()
  await page.getByLabel('Chercher une valeur').fill('')
  await page.getByText(/de 80,00 à 1.200,50 · la moitié au-dessous de 80,00/).click()
  await page.getByRole('button', { name: /^80,00/ }).click()
  await page.getByText(/Tableau filtré/).waitFor()
  await page.getByRole('gridcell', { name: 'Judo' }).first().waitFor({ state: 'detached' })
  expect(await page.getByRole('gridcell', { name: 'Danse' }).count()).toBe(1)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: /^80,00/ }).click()
  await page.getByRole('button', { name: /^80,00/ }).click()
  await page.getByRole('button', { name: 'Ne garder que ces lignes' }).click()
  await page.getByRole('form', { name: 'Supprimer des lignes' }).getByText('3 → 1').waitFor()
  await page.getByRole('button', { name: 'Abandonner' }).click()
  await page.getByRole('columnheader', { name: /^Montant/ }).click()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Voir les valeurs et filtrer' }).click()
  await page.getByRole('option', { name: /n\.c\./ }).click()
  await page.getByRole('button', { name: 'Supprimer ces lignes' }).click()
  await page.getByRole('form', { name: 'Supprimer des lignes' }).getByText('3 → 2').waitFor()
  await addStep(page)
})
