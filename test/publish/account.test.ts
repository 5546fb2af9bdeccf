import { expect, it } from 'vitest'
import { accountPage, type AccountSheet, type AccountStep } from '../../src/publish/account.ts'
import type { Outcome } from '../../src/steps/outcome.ts'

const outcome = (known: Partial<Outcome>): Outcome => ({
  rowsBefore: 3,
  rowsAfter: 3,
  changedCells: 0,
  addedColumns: [],
  removedColumns: [],
  failures: [],
  totals: [],
  remarks: [],
  ...known,
})

const step = (known: Partial<AccountStep>): AccountStep => ({
  step: 'fill-from-reference',
  sentence: { fr: 'Remplir les libellés', en: 'Fill the labels' },
  note: '',
  state: 'done',
  without: [],
  outcome: outcome({}),
  problem: null,
  ...known,
})

const sheet = (known: Partial<AccountSheet>): AccountSheet => ({
  name: 'Budget',
  origin: {
    kind: 'file',
    fileName: 'budget.csv',
    formatName: { fr: 'CSV', en: 'CSV' },
    found: [{ option: 'separator', label: { fr: 'séparateur point-virgule', en: 'semicolon separator' } }],
    rows: 3,
    columns: 2,
  },
  steps: [],
  rows: 3,
  columns: [1, 2],
  findings: [],
  ...known,
})

const text = (sheets: AccountSheet[], language: 'fr' | 'en' = 'fr'): string =>
  accountPage({ title: 'Budget 2022', sheets }, language, new Date(2026, 10, 25))

it('the reason of every settled code, note and finding set aside can be read', () => {
  const page = text([
    sheet({
      steps: [
        step({
          note: 'vu avec les finances',
          outcome: outcome({
            remarks: [{ fr: '« 20 » est laissé sans réponse exprès : 20 ou 020', en: 'left blank' }],
          }),
        }),
      ],
      findings: [
        { text: { fr: 'Une ligne TOTAL.', en: 'A TOTAL line.' }, dismissed: 'c’est voulu' },
        { text: { fr: 'Une colonne vide.', en: 'An empty column.' }, dismissed: null },
      ],
    }),
  ])
  expect(page).toContain('« 20 » est laissé sans réponse exprès : 20 ou 020.')
  expect(page).toContain('Note\u00a0: vu avec les finances')
  expect(page).toContain('Une ligne TOTAL. Raison\u00a0: c’est voulu')
  expect(page.indexOf('Une colonne vide.')).toBeGreaterThan(page.indexOf('Ce qui reste à regarder'))
})

it('what a step could not do is told with the values and their cells', () => {
  const values = Array.from({ length: 25 }, (_, i) => ({ text: `65${i}`, cells: 30 - i }))
  const failure = { code: 'unmatched' as const, column: 'compte', cells: 450, values, distinct: 25 }
  const page = text([sheet({ steps: [step({ outcome: outcome({ failures: [failure] }) })] })])
  expect(page).toContain(
    '450\u00a0cellules de «\u00a0compte\u00a0» sans réponse\u00a0: «\u00a0650\u00a0» (30)',
  )
  expect(page).toContain('et 5\u00a0autres valeurs.')
})

it('a step that was turned off or could not be done is not told as done', () => {
  const page = text([
    sheet({
      steps: [
        step({ state: 'off', outcome: null }),
        step({
          state: 'failed',
          outcome: null,
          problem: { code: 'unknown-writer', values: { name: 'x' } },
        }),
      ],
    }),
  ])
  expect(page).toContain('Désactivée')
  expect(page).toContain('N’a pas pu être faite.')
})

it('no text of the data can become a tag, in either language', () => {
  const origin = {
    kind: 'file' as const,
    fileName: '<img src=x onerror=alert(1)>.csv',
    formatName: { fr: 'CSV', en: 'CSV' },
    found: [],
    rows: 1,
    columns: 1,
  }
  const explained = [{ column: '<b>', from: '"&<', to: '<script>', cells: 1, why: { fr: '<i>', en: '<i>' } }]
  const hostile = [sheet({ name: '<s>', origin, steps: [step({ outcome: outcome({ explained }) })] })]
  for (const language of ['fr', 'en'] as const) {
    expect(text(hostile, language)).not.toMatch(/<(img|b|script|i|s)>|onerror=alert\(1\)>/)
    expect(text(hostile, language)).toContain(`<html lang="${language}">`)
  }
})
