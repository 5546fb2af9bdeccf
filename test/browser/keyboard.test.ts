import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { act, choose } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'

/** Presses Tab until the focus is on something of this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return element === null ? '' : (element.getAttribute('aria-label') ?? element.textContent)
    })
    if (name.test(focused.trim())) return
  }
  throw new Error(`Tab does not reach ${name.source}`)
}

describe('by keyboard alone', () => {
  it('a sample is opened, a step prepared, added, undone and done again', async () => {
    const { page } = await openPage()
    await tabTo(page, /^Des subventions aux associations/)
    await page.keyboard.press('Enter')
    await page.getByRole('grid').waitFor()
    await act(page, 'Nettoyer les espaces')
    const form = page.getByRole('form', { name: 'Nettoyer les espaces' })
    await form.getByRole('combobox', { name: 'Colonnes' }).first().waitFor()
    await tabTo(page, /^Toutes$/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^Ajouter l’étape$/)
    await page.keyboard.press('Enter')
    const step = page.getByRole('button', { name: /^1 Nettoyer les espaces/ })
    await step.waitFor()
    await page.keyboard.press('Control+z')
    await step.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+y')
    await step.waitFor()
  })

  it('a form is left with Escape and nothing has changed', async () => {
    const { page } = await openPage()
    await tabTo(page, /^Un budget communal/)
    await page.keyboard.press('Enter')
    await page.getByRole('grid').waitFor()
    await act(page, 'Supprimer les colonnes vides')
    await page.getByRole('form', { name: 'Supprimer les colonnes vides' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('form').waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: /^1 / }).count()).toBe(0)
  })
})

describe('every screen', () => {
  it.each([['fr-FR'], ['en-GB']])('has nothing that axe objects to (%s)', async (locale) => {
    const { page } = await openPage({ locale })
    const french = locale === 'fr-FR'
    expect(await accessibilityFaults(page)).toEqual([])
    await choose(
      page,
      {
        name: 'a.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('nom;montant\nÉté ;1,50\nete;2,50\nÉté;x\n'),
      },
      french ? /^Choisir un fichier/ : /^Choose a file/,
    )
    await page.getByRole('grid').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await act(page, french ? 'Convertir en nombre' : 'Convert to number')
    await page.getByRole('form').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: french ? 'Publier' : 'Publish' }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('changes its language at once, without losing the place', async () => {
    const { page } = await openPage()
    await choose(page, { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('nom;montant\nA;1\n') })
    await page.getByText('1 ligne', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Publish' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.getByRole('button', { name: 'Français' }).click()
    await page.getByRole('button', { name: 'Publier' }).waitFor()
  })
})
