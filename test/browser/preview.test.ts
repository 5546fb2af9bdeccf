import { it } from 'vitest'
import { act, choose } from './actions.ts'
import { openPage } from './browser.ts'

it('what a step in preparation would add is counted as a preview, and why it cannot be done stands over the grid', async () => {
  const { page } = await openPage()
  const text = 'code;ville\n01;Lyon\n02;Brest\n03;Brest\n'
  await choose(page, { name: 'villes.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  const bar = page.getByRole('contentinfo')
  await bar.getByText('2 colonnes', { exact: true }).waitFor()
  await act(page, 'Ajouter une colonne')
  await page.getByLabel('Nom de la nouvelle colonne').fill('annee')
  await page.getByRole('textbox', { name: 'Valeur' }).fill('2020')
  await bar.getByText('2 colonnes (3 à l’aperçu)').waitFor()
  await bar.getByText('3 lignes', { exact: true }).waitFor()
  await page.getByLabel('Nom de la nouvelle colonne').fill('ville')
  const main = page.getByRole('main', { name: 'Tableau' })
  await main.getByText('Deux colonnes s’appelleraient « ville »').waitFor()
  await bar.getByText('2 colonnes', { exact: true }).waitFor()
})
