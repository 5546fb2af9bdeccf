import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasShared, shared } from '../shared-folder.ts'
import { act, addStep, choose, download, pickColumns, replay } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'
import { csvRecords } from './csv-records.ts'

const amounts = [
  'Subvention fonctionnement',
  'Subvention projet',
  'Subvention sport',
  'Subvention culture',
  'Avantage locaux',
  'Avantage évènements culturels',
]

type Rows = readonly (readonly string[])[]

const records = (path: string): string[][] => csvRecords(readFileSync(shared(path), 'utf8')).slice(1)
/** Exact, whatever the number of rows. */
const cents = (rows: Rows, column: number): number =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0)
const namesIn = (rows: Rows): number => new Set(rows.map((row) => row[0])).size
const asSet = (rows: Rows): string[] => rows.map((row) => row.join('|')).sort()

describe.skipIf(!hasShared)('a list of subsidies spread over columns', () => {
  it('is cleaned, put in rows, grouped, downloaded, and replayed on next year’s list', async () => {
    const { page, downloads } = await openPage()
    await choose(page, shared('data/subventions/subventions-2020.csv'))

    // The TOTAL line is proposed for removal, not removed.
    await page.getByRole('button', { name: 'Supprimer des lignes' }).click()
    await page.getByText('624 → 623').waitFor()
    await addStep(page)

    await page.getByRole('button', { name: 'Convertir en nombre' }).first().click()
    const tally = page.getByRole('region', { name: 'Ce que fera l’étape' })
    await tally.getByText('1\u202f563').waitFor()
    expect(await tally.getByText(/n’ont pas pu|n’a pas pu/).count()).toBe(0)
    await addStep(page)

    const turn = 'Passer des colonnes en lignes'
    await act(page, turn)
    await pickColumns(page, turn, 'Colonnes à passer en lignes', amounts)
    await page.getByRole('radio', { name: 'celles sans valeur ou à zéro' }).check()
    await tally.getByText('623 → 1\u202f059').waitFor()
    await tally.getByText(/inchangé/).waitFor()
    await addStep(page)

    const [header, ...long] = csvRecords(await download(page, downloads, 'Télécharger le tableau (CSV)'))
    const expected = records('data/subventions/subventions-2020.long.csv')
    expect(header).toEqual(['Bénéficiaire', 'SIRET', 'objet', 'montant'])
    expect(asSet(long.map(([name, ...rest]) => [name!.trim(), ...rest]))).toEqual(
      asSet(expected.map(([, name, siret, what, , amount]) => [name!.trim(), siret!, what!, amount!])),
    )
    expect(cents(long, 3)).toBe(cents(expected, 5))

    // Names are grouped by fingerprint: fewer names, the same rows and total.
    await page.getByRole('button', { name: 'Regrouper les variantes' }).first().click()
    await page.getByRole('button', { name: /^Fusionner \d+ groupes/ }).click()
    await page.getByRole('button', { name: /4 Regrouper \d+ variantes/ }).waitFor()
    const grouped = csvRecords(await download(page, downloads, 'Télécharger le tableau (CSV)')).slice(1)
    expect(grouped).toHaveLength(long.length)
    expect(cents(grouped, 3)).toBe(cents(long, 3))
    expect(namesIn(grouped)).toBeLessThan(namesIn(long))

    // Next year: everything that differs is named before anything runs.
    await page.getByRole('button', { name: 'Rejouer sur un autre fichier' }).click()
    await choose(page, shared('data/subventions/subventions-2021.csv'))
    await page.getByRole('heading', { name: /^Avant de rejouer/ }).waitFor()
    const about = (name: string) => page.getByRole('article', { name })
    expect(await page.getByRole('button', { name: 'Rejouer', exact: true }).isEnabled()).toBe(false)
    expect(await accessibilityFaults(page)).toEqual([])
    await about('Nom du bénéficiaire').getByRole('button', { name: 'C’est elle' }).click()
    await about('Subv. de fonctionnement').getByRole('button', { name: 'C’est elle' }).click()
    await about('Subvention culture').getByRole('button', { name: 'Continuer sans elle' }).click()
    await about('Subvention climat').getByRole('button', { name: 'L’ajouter aux étapes 2 et 3' }).click()
    await replay(page)
    await page.getByRole('button', { name: 'Ouvrir le classeur' }).click()
    await page.getByText('1\u202f222 lignes').first().waitFor()

    const next = csvRecords(await download(page, downloads, 'Télécharger le tableau (CSV)')).slice(1)
    const nextExpected = records('data/subventions/subventions-2021.long.csv')
    expect(next).toHaveLength(nextExpected.length)
    expect(cents(next, 3)).toBe(cents(nextExpected, 5))
  })
})
