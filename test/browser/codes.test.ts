import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { DAMAGED, wholeBudget } from '../recipe/damaged-budget.ts'
import { hasShared, shared } from '../shared-folder.ts'
import { act, addStep, choose, download } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'
import { csvRecords } from './csv-records.ts'

describe.skipIf(!hasShared)(
  'a budget that lost its zeros and labels in a spreadsheet (skipped without ../shared)',
  () => {
    it('is made whole by the steps and the nomenclature that Tamis proposes', async () => {
      const { page, downloads } = await openPage()
      await choose(page, shared(DAMAGED))
      await page.getByText('201 lignes').first().waitFor()

      await act(page, 'Renommer')
      const names = page.getByRole('form', { name: 'Renommer' })
      await names
        .getByRole('combobox', { name: /^(Choisir une colonne|Renommer aussi)$/ })
        .selectOption('MtRAR31112')
      await names.getByRole('textbox', { name: /MtRAR31112/ }).fill('BGT_MTRAR3112')
      await addStep(page)

      const tally = page.getByRole('region', { name: 'Ce que fera l’étape' })
      await page.getByRole('button', { name: 'Restaurer les zéros perdus', exact: true }).first().click()
      await tally.getByRole('row', { name: /^11 → 011 55 cellules/ }).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      await addStep(page)
      await page.getByRole('button', { name: 'Restaurer les zéros perdus', exact: true }).first().click()
      await tally.getByText('Cellules changées').waitFor()
      await addStep(page)

      await fillLabels(page, 'BGT_CONTNAT', 'chapters', { section: 'BGT_SECTION' })
      await fillLabels(page, 'BGT_NATURE', 'accounts', {})

      await page.getByRole('button', { name: 'Convertir en nombre', exact: true }).click()
      await tally.getByText('Cellules changées').waitFor()
      await addStep(page)

      const made = csvRecords(await download(page, downloads, 'Télécharger le tableau (CSV)'))
      expect(made).toEqual(csvRecords(wholeBudget()))
    })

    it('settles the codes that another norm does not have, each with a reason that the recipe keeps', async () => {
      const { page, downloads } = await openPage()
      await choose(page, shared('data/budget/crach-2022-budget-primitif.expected.csv'))
      await page.getByText('201 lignes').first().waitFor()
      await act(page, 'Compléter depuis une nomenclature')
      const form = page.getByRole('form', { name: 'Compléter depuis une nomenclature' })
      await form.getByRole('combobox', { name: 'Colonne des codes', exact: true }).selectOption('BGT_NATURE')
      const best = form.getByRole('button', { name: /^M14, commune de 500 à 3\s500 habitants, 2022/ })
      await best.and(form.getByRole('button', { pressed: true })).waitFor()
      await form.getByRole('combobox', { name: 'Nomenclature', exact: true }).selectOption('M57-M57_D')
      await form.getByRole('combobox', { name: /libelle/ }).fill('Libellé M57')

      // One click, by the label that both norms give.
      const taking = page.getByRole('button', { name: 'Prendre 6234 à la place de 6257' })
      await taking.click()
      await taking.waitFor({ state: 'detached' })
      expect(await accessibilityFaults(page)).toEqual([])
      // A code of their own, by keyboard.
      await page.getByRole('button', { name: 'Régler le code 6256' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('radio', { name: /^Il est juste/ }).check()
      await page.getByRole('button', { name: 'Régler ce code' }).click()
      await page.getByText('Écrivez au moins une valeur.').waitFor()
      await page.getByRole('textbox', { name: 'libelle de ce code' }).last().fill('Frais de mission')
      await page.getByRole('textbox', { name: /^Raison \(/ }).fill('compte ouvert par la trésorerie')
      expect(await accessibilityFaults(page)).toEqual([])
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Régler le code 6256' }).waitFor({ state: 'detached' })
      await addStep(page)

      // Once in the recipe, from the step itself.
      await page.getByRole('button', { name: 'Les régler…' }).click()
      const left = page.getByRole('button', { name: /^Régler le code/ }).first()
      await left.click()
      await page.getByRole('radio', { name: 'Le laisser sans réponse, exprès' }).check()
      await page.getByRole('button', { name: 'Régler ce code' }).click()
      await page.getByRole('button', { name: 'Enregistrer l’étape' }).click()
      await page
        .getByText(/est juste .* compte ouvert par la trésorerie/)
        .first()
        .waitFor()

      const account = await download(page, downloads, 'Télécharger le compte rendu')
      expect(account).toContain('compte ouvert par la trésorerie')
      expect(account).toContain('rien dans le fichier ne permet de trancher')

      const recipe = JSON.parse(await download(page, downloads, 'Enregistrer la recette')) as {
        sheets: { steps: { params: { settled: unknown[] } }[] }[]
      }
      expect(recipe.sheets[0]!.steps[0]!.params.settled).toEqual([
        { code: '6257', to: '6234', reason: 'même libellé dans M14, «\u00a0Réceptions\u00a0»' },
        {
          code: '6256',
          own: { libelle: 'Frais de mission' },
          reason: 'compte ouvert par la trésorerie',
        },
        {
          code: expect.any(String) as string,
          to: null,
          reason: 'rien dans le fichier ne permet de trancher',
        },
      ])
    })

    it('goes from the M14 to the M57 with proposals that are reviewed, and gives the correspondence to keep', async () => {
      const { page, downloads } = await openPage()
      await choose(page, shared('data/budget/crach-2022-budget-primitif.expected.csv'))
      await page.getByText('201 lignes').first().waitFor()
      await act(page, 'Passer d’une nomenclature à l’autre')
      const form = page.getByRole('form', { name: 'Passer d’une nomenclature à l’autre' })
      await form.getByRole('combobox', { name: 'Colonne des codes', exact: true }).selectOption('BGT_NATURE')
      const from = form.getByRole('group', { name: 'Nomenclature de ces codes' })
      await from.getByRole('button', { name: /^M14, .* 2022/, pressed: true }).waitFor()
      const to = form.getByRole('group', { name: 'Nouvelle nomenclature' })
      await to.getByRole('combobox', { name: 'Nomenclature', exact: true }).selectOption('M57-M57_D')
      // The same codes and the same year, unless told otherwise.
      expect(await to.getByRole('combobox', { name: 'Codes', exact: true }).inputValue()).toBe('accounts')
      expect(await to.getByRole('combobox', { name: 'Année', exact: true }).inputValue()).toBe('2022')
      await form.getByRole('textbox', { name: /^Colonne des nouveaux codes/ }).fill('Nature M57')

      const tally = page.getByRole('region', { name: 'Ce que fera l’étape' })
      await tally.getByRole('row', { name: /^6257 → 6234 .* même libellé/ }).waitFor()
      await tally.getByRole('button', { name: 'Revoir le code 6257' }).click()
      await page.getByRole('radio', { name: 'Le laisser sans réponse, exprès' }).check()
      await page.getByRole('textbox', { name: /^Raison \(/ }).fill('à voir avec la trésorerie')
      expect(await accessibilityFaults(page)).toEqual([])
      await page.getByRole('button', { name: 'Régler ce code' }).click()
      await tally.getByRole('row', { name: /^6257 → 6234/ }).waitFor({ state: 'detached' })

      const asked = page.waitForEvent('download')
      await tally.getByRole('button', { name: 'Télécharger la correspondance complète (CSV)' }).click()
      const kept = readFileSync(await (await asked).path(), 'utf8')
      expect(kept).toMatch(/^6257;.*à voir avec la trésorerie;décidé\r?$/m)
      expect(kept).toMatch(/^6413;.*;proposé\r?$/m)
      await addStep(page)
      const made = csvRecords(await download(page, downloads, 'Télécharger le tableau (CSV)'))
      expect(made[0]).toContain('Nature M57')
    })
  },
)

/** Fills the labels, and more columns, from the nomenclature that Tamis proposes by itself. */
async function fillLabels(
  page: Page,
  column: string,
  part: string,
  more: Record<string, string>,
): Promise<void> {
  await act(page, 'Compléter depuis une nomenclature')
  const form = page.getByRole('form', { name: 'Compléter depuis une nomenclature' })
  await form.getByRole('combobox', { name: 'Colonne des codes', exact: true }).selectOption(column)
  const best = form
    .getByRole('list', { name: 'Nomenclatures qui connaissent ces codes' })
    .getByRole('button', { pressed: true })
  await best.waitFor()
  expect(await best.textContent()).toMatch(/^M14, commune de 500 à 3\s500 habitants, 2022/)
  await form.getByText('Tous les codes y sont.').waitFor()
  // The column of labels is known by its name; the part of the nomenclature by the codes.
  expect(await form.getByRole('combobox', { name: 'Codes', exact: true }).inputValue()).toBe(part)
  await expect
    .poll(() => form.getByRole('combobox', { name: /libelle/ }).inputValue())
    .toBe(`${column}_LABEL`)
  for (const [from, to] of Object.entries(more)) {
    await form.getByRole('combobox', { name: 'Prendre une autre colonne' }).selectOption(from)
    await form.getByRole('combobox', { name: new RegExp(from) }).fill(to)
  }
  await addStep(page)
}
