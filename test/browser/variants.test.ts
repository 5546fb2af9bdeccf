import { describe, expect, it } from 'vitest'
import { act, choose, download, replay } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'
import { csvRecords } from './csv-records.ts'

const csv = (name: string, rows: readonly (readonly [string, string])[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(['Nom;SIRET', ...rows.map((row) => row.join(';'))].join('\n')),
})

const SIRETS = [
  '73282932000074',
  '55208131766522',
  '44306184100047',
  '35600000000048',
  '38012986646850',
] as const
const thisYear = csv('2020.csv', [
  ['École de musique Hoche', SIRETS[0]],
  ['ECOLE DE MUSIQUE HOCHE', SIRETS[0]],
  ['École de Musique Hoche', SIRETS[0]],
  ['Comité des fêtes', SIRETS[1]],
  ['COMITE DES FETES', SIRETS[2]],
  ['Judo 2', SIRETS[3]],
  ['Judo 3', SIRETS[4]],
])
const nextYear = csv('2021.csv', [
  ['Ecole de musique Hoche', SIRETS[0]],
  ['ECOLE DE MUSIQUE HOCHE', SIRETS[0]],
  ['Comité des fêtes', SIRETS[1]],
  ['COMITE DES FETES', SIRETS[2]],
])

describe('the page that groups spellings', () => {
  it('proposes with evidence, lets a person cut and refuse, and next year proposes only what is new', async () => {
    const { page, downloads } = await openPage()
    await choose(page, thisYear)
    await page.getByText('7 lignes').first().waitFor()
    await page.getByRole('button', { name: 'Regrouper les variantes' }).first().click()

    const merge = page.getByRole('button', { name: /^Fusionner/ })
    await page.getByText(/2 groupes semblent/).waitFor()
    await page.getByText('SIRET : valeurs différentes, sans doute deux choses distinctes.').waitFor()
    const groups = page.getByRole('region', { name: /^Variantes de/ })
    expect(await groups.getByText('Judo 2').count()).toBe(0)
    expect(await page.getByRole('checkbox', { name: /Comité|COMITE/ }).isChecked()).toBe(false)
    await page.getByRole('button', { name: /^Voir les lignes.*ECOLE/ }).click()
    await page.getByRole('cell', { name: SIRETS[0] }).first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])

    await page.getByRole('button', { name: /^Refuser le groupe.*(Comité|COMITE)/ }).click()
    await page.getByRole('button', { name: /^Retirer.*École de Musique Hoche/ }).click()
    await merge.click()
    await page.getByRole('button', { name: /^1 Remplacer/ }).waitFor()
    const recipe = JSON.parse(await download(page, downloads, 'Enregistrer la recette')) as {
      sheets: { steps: { params: { method: string; replacements: unknown; refused: string[][] } }[] }[]
    }
    const { params } = recipe.sheets[0]!.steps[0]!
    expect(params.method).toBe('variants')
    expect(params.refused).toHaveLength(3)

    // Refused once, not proposed again: neither by the findings nor here, where the search of actions leads too.
    expect(await page.getByText(/écrites? de plusieurs façons/).count()).toBe(0)
    await act(page, 'variantes')
    await page.getByLabel('Colonne du tableau').selectOption('Nom')
    await page.getByText(/Aucune ne ressemble/).waitFor()
    await page.getByRole('button', { name: 'Abandonner' }).click()

    await page.getByRole('button', { name: 'Rejouer sur un autre fichier' }).click()
    await choose(page, nextYear)
    await replay(page)
    await page.getByText('1 écriture jamais vue').click()
    await page.getByRole('button', { name: 'L’ajouter à son groupe' }).click()
    await page.getByText(/ajoutée à l’étape/).waitFor()
    await page.getByRole('button', { name: 'Ouvrir le classeur' }).click()
    await page.getByText('4 lignes').first().waitFor()
    const rows = csvRecords(await download(page, downloads, 'Télécharger le tableau (CSV)')).slice(1)
    expect(rows.map(([name]) => name)).toEqual([
      'École de musique Hoche',
      'École de musique Hoche',
      'Comité des fêtes',
      'COMITE DES FETES',
    ])
  })

  it('groups only within the same town when asked to, keeps refusals when it is closed, and says so of rows shown', async () => {
    const { page, downloads } = await openPage()
    const towns = {
      name: 'clubs.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        [
          'Nom;Commune',
          'Judo club;Lyon',
          'JUDO CLUB;Lyon',
          'Judo club;Nice',
          'judo club;Paris',
          'Danse;Lyon',
          'DANSE;Nice',
        ].join('\n'),
      ),
    }
    await choose(page, towns)
    await page.getByText('6 lignes').first().waitFor()
    await page.getByRole('button', { name: 'Regrouper les variantes' }).first().click()
    await page.getByText(/2 groupes semblent/).waitFor()
    await page.getByRole('button', { name: /^Refuser le groupe.*(Danse|DANSE)/ }).click()
    await page.keyboard.press('Escape')
    await page
      .getByText('1 refus gardé tant que ce classeur est ouvert, pas encore dans la recette.')
      .waitFor()

    await page.getByRole('button', { name: 'Regrouper les variantes' }).first().click()
    await page.getByText(/Un groupe semble/).waitFor()
    await page.getByText(/1\srefus retenu/).waitFor()
    await page.getByLabel('Seulement si la valeur est la même dans').selectOption('Commune')
    await page.getByText('Commune : Lyon').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Fusionner 1 groupe (1 ligne)' }).click()
    await page.getByRole('button', { name: /^1 Regrouper 1.variante.*identique/ }).waitFor()
    const rows = csvRecords(await download(page, downloads, 'Télécharger le tableau (CSV)')).slice(1)
    expect(new Set(rows.slice(0, 2).map(([name]) => name)).size).toBe(1)
    expect(rows.slice(2).map(([name]) => name)).toEqual(['Judo club', 'judo club', 'Danse', 'DANSE'])
  })
})
