import { expect, it } from 'vitest'
import { STEPS } from '../../src/steps/steps.ts'
import { act, choose } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'

it('every step is found by its name and opens a form that can be left, with nothing that axe objects to', async () => {
  const { page } = await openPage()
  const text = 'nom;code;montant\nÉté;1;1,50\nete;011;2\n'
  await choose(page, { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByText('2 lignes').first().waitFor()
  // Correcting one cell begins in the cell.
  for (const { id, title } of STEPS.filter((step) => step.id !== 'edit-cell')) {
    await act(page, title.fr)
    // Variants have a page of their own, which asks for the column first.
    const form = page.getByRole(id === 'replace-values' ? 'region' : 'form', { name: title.fr })
    await form.waitFor()
    expect(await accessibilityFaults(page), id).toEqual([])
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
  }
  await page.getByRole('gridcell', { name: 'ete' }).dblclick()
  await page.keyboard.type('Automne')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /cette cellule seulement/i }).click()
  await page.getByRole('gridcell', { name: 'Automne' }).waitFor()
})
