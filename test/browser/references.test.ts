import { describe, expect, it } from 'vitest'
import { act, addStep, download } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'
import { csvRecords } from './csv-records.ts'

const EQUIPMENT = [
  'code_insee,equipement,exercice,type',
  '56165,Médiathèque,2022,A',
  '13201,Piscine,2023,A',
  '2A004,Gymnase,2024,B',
  '01004,École,2022,B',
  '99999,Inconnu,2024,A',
].join('\n')

const TYPES = [
  'code,libelle,debut,fin',
  'A,Culture,2018,2022',
  'A,Culture et loisirs,2023,',
  'B,Sport,,',
].join('\n')

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

describe('the reference tables of Tamis and one’s own', () => {
  it('fill names and EPCI in from INSEE codes, and labels of the version of each year', async () => {
    const { page, downloads } = await openPage()
    const asked = page.waitForEvent('filechooser')
    await page
      .getByText(/^Choisir un fichier/)
      .first()
      .click()
    await (await asked).setFiles([file('equipements.csv', EQUIPMENT), file('types.csv', TYPES)])
    await page.getByRole('radio', { name: /^Une feuille par fichier/ }).check()
    await page.getByRole('button', { name: 'Ouvrir', exact: true }).click()
    await page.getByText('5 lignes').first().waitFor()

    await act(page, 'Compléter depuis une nomenclature')
    const form = page.getByRole('form', { name: 'Compléter depuis une nomenclature' })
    await form.getByRole('combobox', { name: 'Colonne des codes', exact: true }).selectOption('code_insee')
    await form.getByRole('button', { name: /^Communes.*4 sur 5, manque 99999/, pressed: true }).waitFor()
    await form.getByText('35 014 lignes').waitFor()
    await form.getByText('état au 1er janvier 2026').waitFor()
    await form.getByText('Licence Ouverte 2.0', { exact: true }).waitFor()
    await form.getByRole('combobox', { name: 'Prendre une autre colonne' }).selectOption('epci')
    expect(await accessibilityFaults(page)).toEqual([])
    await addStep(page)

    await act(page, 'Compléter depuis une nomenclature')
    await form.getByRole('combobox', { name: 'Colonne des codes', exact: true }).selectOption('type')
    await form.getByRole('radio', { name: 'Une autre feuille du classeur' }).check()
    await form.getByRole('combobox', { name: 'Feuille', exact: true }).selectOption('types')
    await form.getByRole('checkbox', { name: /plusieurs versions/ }).check()
    await form.getByRole('combobox', { name: 'Colonne des codes dans la nomenclature' }).selectOption('code')
    await form.getByRole('combobox', { name: 'Prendre une autre colonne' }).selectOption('libelle')
    await addStep(page)

    const made = csvRecords(await download(page, downloads, 'Télécharger le tableau (CSV)'))
    const column = (name: string) => made.map((row) => row[made[0]!.indexOf(name)])
    expect(column('epci').slice(1)).toEqual([
      'CC Ploërmel Communauté',
      "Métropole d'Aix-Marseille-Provence",
      'CA du Pays Ajaccien',
      "CC de la Plaine de l'Ain",
      '',
    ])
    expect(column('libelle').slice(1)).toEqual([
      'Culture',
      'Culture et loisirs',
      'Sport',
      'Sport',
      'Culture et loisirs',
    ])
  })
})
