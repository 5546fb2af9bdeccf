import { describe, expect, it } from 'vitest'
import { hasShared, shared } from '../shared-folder.ts'
import { act, choose, download, replay } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'
import { csvRecords } from './csv-records.ts'

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
})

interface Recipe {
  sheets: { steps: { params: Record<string, unknown> }[] }[]
}

describe('matching a column with a list', () => {
  it.skipIf(!hasShared)(
    'replaces what is accepted after review, and next year proposes what is new against the same list',
    async () => {
      const { page, downloads } = await openPage()
      await choose(page, shared('data/subventions/subventions-2020.csv'))
      await page.getByText('624 lignes').first().waitFor()
      await act(page, 'rapprocher liste')
      const official = csv('associations.csv', [
        'Nom officiel',
        'École de musique chorale Hoche',
        'ASSOCIATION LECTURE HOCHE',
        'Union sportive lecture Berriat-Nord',
        'Fédération judo Jouhaux 3',
      ])
      await page.getByLabel('Colonne du tableau').selectOption('Bénéficiaire')
      await choose(page, official, 'Ouvrir un fichier…')
      await page.getByText(/608\svaleurs différentes, dont 1 exactement dans la liste/).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])

      const lecture = page.getByLabel(/^Ce que devient.*Association lecture Hoche/)
      await page.getByPlaceholder('Chercher une valeur').fill('lecture hoche')
      expect(await lecture.inputValue()).toBe('=ASSOCIATION LECTURE HOCHE')
      // Numbers tell two bodies apart, however alike their names are: never proposed by itself.
      await page.getByPlaceholder('Chercher une valeur').fill('judo jouhaux')
      const judo = page.getByLabel(/^Ce que devient.*Fédération judo jouhaux 2/)
      expect(await judo.inputValue()).toBe('open')
      await judo.selectOption('laisser telle quelle')
      await page.getByText('Laissée telle quelle, et retenu pour la prochaine fois.').waitFor()
      await page.getByRole('button', { name: /^Remplacer \d/ }).click()
      await page.getByRole('button', { name: /^1 Remplacer .* par celles de la feuille/ }).waitFor()

      const recipe = JSON.parse(await download(page, downloads, 'Enregistrer la recette')) as Recipe
      const { params } = recipe.sheets[0]!.steps[0]!
      expect(params).toMatchObject({
        method: 'list',
        reference: { sheet: 'associations' },
        key: 'Nom officiel',
      })
      expect(JSON.stringify(params['replacements'])).toContain('"to":"ASSOCIATION LECTURE HOCHE"')
      expect(params['refused']).toEqual([
        expect.arrayContaining(['Fédération judo jouhaux 2', 'Fédération judo Jouhaux 3']),
      ])
    },
  )

  it('works on the rows shown only, and next year proposes new spellings of the list without applying them', async () => {
    const { page, downloads } = await openPage()
    const towns = (name: string, rows: readonly string[]) => csv(name, ['Commune;Type', ...rows])
    await choose(
      page,
      towns('2020.csv', ['grenoble;sport', 'GRENOBLE;culture', 'Vif;sport', 'Nulle part;sport']),
    )
    await page.getByText('4 lignes').first().waitFor()
    await page.getByRole('button', { name: /^Actions sur.*Type/ }).click()
    await page.getByRole('menuitem', { name: 'Voir les valeurs et filtrer' }).click()
    await page.getByRole('option', { name: /^sport/ }).click()
    await page.getByRole('button', { name: 'Filtrer le tableau' }).click()
    await page.getByRole('button', { name: /^Actions sur.*Commune/ }).click()
    await page.getByRole('menuitem', { name: 'Rapprocher d’une liste' }).click()
    await page.getByText(/Seulement les 3 lignes affichées sur 4/).waitFor()
    await choose(page, csv('communes.csv', ['nom', 'Grenoble', 'Vif', 'Échirolles']), 'Ouvrir un fichier…')
    await page.getByText(/3\svaleurs différentes, dont 1 exactement dans la liste/).waitFor()
    await page.getByText('Aucune valeur de la liste ne lui ressemble.').waitFor()
    await page.getByRole('button', { name: 'Remplacer 1 valeur' }).click()
    await page.getByRole('button', { name: /^1 Remplacer 1/ }).waitFor()

    await page.getByRole('button', { name: 'Rejouer sur un autre fichier' }).click()
    await choose(page, towns('2021.csv', ['grenoble;sport', 'Echirolles;sport', 'GRENOBLE;culture']))
    await choose(page, csv('communes.csv', ['nom', 'Grenoble', 'Vif', 'Échirolles']))
    await replay(page)
    await page.getByText('1 écriture jamais vue').click()
    await page.getByText(/proche de «\sÉchirolles\s»/).waitFor()
    await page.getByRole('button', { name: 'L’ajouter à son groupe' }).click()
    await page.getByText(/ajoutée à l’étape/).waitFor()
    await page.getByRole('button', { name: 'Ouvrir le classeur' }).click()
    await page.getByText('3 lignes').first().waitFor()
    const rows = csvRecords(await download(page, downloads, 'Télécharger le tableau (CSV)')).slice(1)
    expect(rows.map(([town]) => town)).toEqual(['Grenoble', 'Échirolles', 'GRENOBLE'])
  })
})
