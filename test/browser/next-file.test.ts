import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { hasShared, shared } from '../shared-folder.ts'
import { addStep, choose, replay } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'

/** Lets a file go over the page, as from the desktop. */
async function drop(page: Page, path: string): Promise<void> {
  const given = { name: basename(path), base64: readFileSync(path).toString('base64') }
  const dataTransfer = await page.evaluateHandle(({ name, base64 }) => {
    const transfer = new DataTransfer()
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    transfer.items.add(new File([bytes], name))
    return transfer
  }, given)
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}

describe.skipIf(!hasShared)('a file dropped on a workbook', () => {
  it('can be replayed on at once; what changed is said, and the new workbook bears the new file’s name', async () => {
    const { page } = await openPage()
    await choose(page, shared('data/budget/crach-2021-compte-administratif.xml'))
    await page.getByRole('button', { name: 'Supprimer les colonnes vides' }).click()
    await addStep(page)

    await drop(page, shared('data/budget/crach-2022-budget-primitif.xml'))
    await page.getByRole('button', { name: 'Rejouer les étapes de ce classeur dessus' }).click()
    await page.getByRole('heading', { name: /^Avant de rejouer/ }).waitFor()
    await page.getByText(/document\u00a0: compte administratif → budget primitif/).waitFor()
    await page.getByText(/elle n’est plus vide\u00a0: BGT_MTBUDGPREC/).waitFor()
    await replay(page)
    await page.getByRole('button', { name: 'Ouvrir le classeur' }).click()
    await expect.poll(() => page.title()).toBe('crach-2022-budget-primitif · Tamis')
  })

  it('is not offered for replaying when there is no step', async () => {
    const { page } = await openPage()
    await choose(page, shared('data/budget/crach-2021-compte-administratif.xml'))
    await page.getByText('196 lignes').first().waitFor()
    await drop(page, shared('data/budget/crach-2022-budget-primitif.xml'))
    await page.getByRole('button', { name: 'Ajouter à ce classeur' }).waitFor()
    expect(await page.getByRole('button', { name: /^Rejouer les étapes/ }).count()).toBe(0)
  })
})

describe('what was decided', () => {
  it('a finding set aside with a reason is still so after the page is loaded again', async () => {
    const { page } = await openPage()
    await page.getByText('Des subventions aux associations').click()
    const spaces = page.getByRole('listitem').filter({ hasText: 'espaces en trop' })
    await spaces.getByRole('button', { name: 'Écarter…' }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.type('c’est voulu')
    await page.keyboard.press('Enter')
    await page.getByText('Constat écarté', { exact: true }).waitFor()
    await page.reload()
    await page.getByText('1 constat écarté').click()
    await page.getByText('Écarté\u00a0: c’est voulu').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Ne plus écarter' }).click()
    await spaces.getByRole('button', { name: 'Nettoyer les espaces' }).waitFor()
  })

  it('an undo that a message offers goes away once something else has been undone', async () => {
    const { page } = await openPage()
    await page.getByText('Des subventions aux associations').click()
    await page.getByRole('button', { name: 'Supprimer des lignes' }).click()
    await addStep(page)
    const offered = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Annuler' })
    await offered.waitFor()
    await page.keyboard.press('Control+z')
    await offered.waitFor({ state: 'detached' })
    await page.getByText('46 lignes').first().waitFor()
  })
})
