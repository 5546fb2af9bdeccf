import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inProject } from '../../scripts/project.mjs'
import { hasShared, shared } from '../shared-folder.ts'
import { act, addStep, choose, download, pickColumns, replay } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'
import { csvRecords } from './csv-records.ts'

const amounts = ['BGT_MTREAL', 'BGT_MTBUDGPREC', 'BGT_MTPROPNOUV', 'BGT_MTPREV', 'BGT_CREDOUV']
const next = shared('data/budget/crach-2022-budget-primitif.xml')

describe.skipIf(!hasShared)('a budget that arrives as XML', () => {
  it('is opened, cleaned, its recipe saved, and replayed on the next budget alike here and on the command line', async () => {
    const { page, downloads } = await openPage()
    await choose(page, shared('data/budget/crach-2021-compte-administratif.xml'))
    await page.getByText('196 lignes').first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])

    await act(page, 'Renommer')
    await pickNames(page, 'BGT_NOM', 'COLLECTIVITE')
    await addStep(page)
    await act(page, 'Convertir en nombre')
    await pickColumns(page, 'Convertir en nombre', 'Colonnes', amounts)
    await addStep(page)
    await act(page, 'Supprimer les colonnes vides')
    await addStep(page)
    await page.getByRole('button', { name: /^3 Supprimer les colonnes vides/ }).waitFor()

    const recipe = await download(page, downloads, 'Enregistrer la recette')
    const sheet = (JSON.parse(recipe) as { sheets: { steps: { step: string }[] }[] }).sheets[0]!
    expect(sheet.steps.map(({ step }) => step)).toEqual(['rename-columns', 'to-number', 'drop-empty-columns'])

    await page.getByRole('button', { name: 'Rejouer sur un autre fichier' }).click()
    await choose(page, next)
    await page.getByRole('heading', { name: /^Avant de rejouer/ }).waitFor()
    await replay(page)
    await page.getByRole('button', { name: 'Ouvrir le classeur' }).click()
    await page.getByText('201 lignes').first().waitFor()
    const here = await download(page, downloads, 'Télécharger le tableau (CSV)')

    const [header, ...rows] = csvRecords(here)
    const [expectedHeader, ...expected] = csvRecords(
      readFileSync(shared('data/budget/crach-2022-budget-primitif.expected.csv'), 'utf8'),
    )
    const kept = expectedHeader!.map((_, column) => expected.some((row) => row[column] !== ''))
    const named = expectedHeader!.map((name) => (name === 'BGT_NOM' ? 'COLLECTIVITE' : name))
    expect(header).toEqual(named.filter((_, column) => kept[column]))
    expect(rows.map(comparable)).toEqual(
      expected.map((row) => comparable(row.filter((_, column) => kept[column]))),
    )

    const folder = mkdtempSync(join(tmpdir(), 'tamis-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    writeFileSync(join(folder, 'budget.tamis.json'), recipe)
    const words = ['replay', join(folder, 'budget.tamis.json'), next, '-o', join(folder, 'out')]
    try {
      execFileSync(process.execPath, [inProject('scripts/tamis.mjs'), ...words], { stdio: 'pipe' })
    } catch (error) {
      // 3: written, with something to look at.
      expect((error as { status: number }).status).toBe(3)
    }
    const [file] = readdirSync(join(folder, 'out'))
    expect(readFileSync(join(folder, 'out', file!), 'utf8')).toBe(here)
  })
})

/** Case of the first column aside, control characters read as windows-1252, as the expected tables ask. */
const comparable = ([decision, ...cells]: readonly string[]): string[] => [
  decision!.toLowerCase(),
  ...cells.map((cell) =>
    cell.replace(/[\u0080-\u009f]/g, (c) =>
      new TextDecoder('windows-1252').decode(Uint8Array.of(c.charCodeAt(0)), { stream: true }),
    ),
  ),
]

async function pickNames(page: Parameters<typeof act>[0], from: string, to: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Renommer' })
  await form.getByRole('combobox', { name: /^(Choisir une colonne|Renommer aussi)$/ }).selectOption(from)
  await form.getByRole('textbox', { name: new RegExp(from) }).fill(to)
}
