import { describe, expect, it } from 'vitest'
import { act, addStep, choose } from './actions.ts'
import { openPage } from './browser.ts'

const given = (name: string, content: string | Uint8Array, mimeType = 'text/csv') => ({
  name,
  mimeType,
  buffer: Buffer.from(content as Uint8Array),
})

const small = given('villes.csv', Buffer.from('code;ville\n1;Lyon\n2;Brest\n3;Crac’h\n'))

describe('nothing is lost', () => {
  it('every step that the screen showed as saved is there after the tab is closed in the middle of ten quick edits', async () => {
    const { page } = await openPage()
    await choose(page, small)
    await page.getByText('3 lignes').first().waitFor()
    let shown = 0
    for (let edit = 1; edit <= 10; edit++) {
      await act(page, 'Ajouter une colonne')
      await page.getByRole('textbox', { name: 'Nom de la nouvelle colonne' }).fill(`c${edit}`)
      await page.getByRole('textbox', { name: 'Valeur', exact: true }).fill('x')
      await page.getByRole('button', { name: 'Ajouter l’étape' }).click()
      if (edit === 7) break
      await page.getByRole('button', { name: new RegExp(`^${edit} Ajouter`) }).waitFor()
      shown = edit
    }
    // The seventh was asked for and not yet shown: it may or may not be there, whole.
    await page.close({ runBeforeUnload: false })

    const { page: again } = await openPage({ context: page.context() })
    await again.getByRole('button', { name: /^villes/ }).click()
    await again.getByRole('button', { name: new RegExp(`^${shown} Ajouter`) }).waitFor()
    const steps = await again.getByRole('button', { name: /^\d+ Ajouter la colonne/ }).count()
    expect([shown, shown + 1]).toContain(steps)
  })

  it('undo and redo outlive the tab', async () => {
    const { page } = await openPage()
    await choose(page, small)
    await page.getByText('3 lignes').first().waitFor()
    await act(page, 'Supprimer les colonnes vides')
    await addStep(page)
    await page.getByRole('button', { name: /^1 Supprimer/ }).waitFor()
    await page.close()
    const { page: again } = await openPage({ context: page.context() })
    await again.getByRole('button', { name: /^villes/ }).click()
    await again.getByRole('button', { name: /^1 Supprimer/ }).waitFor()
    await again.keyboard.press('Control+z')
    await again.getByRole('button', { name: /^1 Supprimer/ }).waitFor({ state: 'detached' })
    await again.keyboard.press('Control+y')
    await again.getByRole('button', { name: /^1 Supprimer/ }).waitFor()
  })

  it('a second tab only reads, and can take over', async () => {
    const { page } = await openPage()
    await choose(page, small)
    await page.getByText('3 lignes').first().waitFor()
    const { page: second } = await openPage({ context: page.context() })
    await second.getByRole('button', { name: /^villes/ }).click()
    await second.getByRole('button', { name: 'Prendre la main' }).click()
    await second.getByRole('button', { name: 'Prendre la main' }).waitFor({ state: 'detached' })
    await act(second, 'Supprimer les colonnes vides')
    await addStep(second)
    await second.getByRole('button', { name: /^1 Supprimer/ }).waitFor()
  })
})

describe('a file that is wrong', () => {
  it.each([
    ['empty', given('vide.csv', ''), /vide/],
    [
      'a picture named .csv',
      given('photo.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)),
      /image/,
    ],
    ['an XML file cut in the middle', given('budget.xml', cutBudget(), 'text/xml'), /n’est pas fermé/],
  ])('%s is refused in a clear sentence, and the page goes on', async (_, file, sentence) => {
    const { page } = await openPage()
    await choose(page, file)
    await page.getByText(sentence).first().waitFor()
    await choose(page, small)
    await page.getByText('3 lignes').first().waitFor()
  })

  it.each([
    [
      'with an unknown step',
      '{"tamis":1,"title":"x","sheets":[{"name":"S","from":{"file":{"format":"csv","options":{}}},"steps":[{"id":"a","step":"to-gold","params":{}}]}],"outputs":[]}',
      /inconnue/,
    ],
    ['of a newer version', '{"tamis":99}', /version plus récente/],
    ['with __proto__', '{"tamis":1,"title":"x","__proto__":{"a":1},"sheets":[],"outputs":[]}', /interdit/],
  ])('a recipe %s is refused in a clear sentence, and the page goes on', async (_, text, sentence) => {
    const { page } = await openPage()
    await choose(page, given('r.tamis.json', text, 'application/json'), 'Choisir une recette')
    await page.getByText(sentence).first().waitFor()
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  })
})

function cutBudget(): string {
  const line =
    '<LigneBudget><Nature V="6413"/><ContNat V="012"/><CodRD V="D"/><MtPrev V="1.00"/><OpBudg V="0"/></LigneBudget>\n'
  return (
    '<?xml version="1.0" encoding="ISO-8859-1"?>\n<DocumentBudgetaire xmlns="http://www.minefi.gouv.fr/cp/demat/docbudgetaire">' +
    '<Budget><EnTeteBudget><Nomenclature V="M14-M14_COM_500_3500"/></EnTeteBudget><BlocBudget><Exer V="2022"/></BlocBudget>\n' +
    line.repeat(20) +
    '<LigneBudget><Nature V="64'
  )
}
