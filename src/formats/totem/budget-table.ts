import type { Plan } from '../../nomenclature/plan.ts'
import { sectionName } from '../../nomenclature/reference-table.ts'
import { emptyCodes } from '../../table/codes.ts'
import type { Column } from '../../table/column.ts'
import { BLANK, DictionaryBuilder } from '../../table/dictionary.ts'
import { tableOf, type Table } from '../../table/table.ts'
import type { BudgetHeader, BudgetLines, LineField } from './read-budget-lines.ts'

/** What NatDec stands for, written as the budget data model wants it. */
export const DECISIONS: Readonly<Record<string, string>> = {
  '01': 'budget primitif',
  '02': 'décision modificative',
  '03': 'budget supplémentaire',
  '09': 'compte administratif',
  '10': 'compte administratif',
}

export interface BudgetTable {
  table: Table
  /** For each column filled from the nomenclature: how many rows have a code that it lacks, which codes, and where. */
  unlabelled: readonly {
    column: string
    codes: readonly string[]
    rowCount: number
    rows: readonly number[]
  }[]
}

const ROWS_TOLD = 1000

/** The table of budget lines of the data model « budget », labels from the plan of each budget, blank where it has none. */
export function budgetTable(lines: BudgetLines, plans: readonly (Plan | null)[]): BudgetTable {
  const field = (name: LineField, column: string): Column => ({ ...lines.fields.get(name)!, name: column })
  const header = (column: string, text: (header: BudgetHeader) => string): Column =>
    ofBudget(lines, column, text)
  const unlabelled: BudgetTable['unlabelled'][number][] = []
  const label = (
    code: Column,
    name: string,
    find: (plan: Plan, code: string) => string | undefined,
  ): Column => {
    const looked = lookUp(lines, code, plans, name, find)
    if (looked.missing.rowCount > 0) unlabelled.push({ column: code.name, ...looked.missing })
    return looked.column
  }

  const chapter = field('ContNat', 'BGT_CONTNAT')
  const nature = field('Nature', 'BGT_NATURE')
  const use = field('Fonction', 'BGT_FONCTION')
  const columns = [
    header('BGT_NATDEC', ({ decision }) => DECISIONS[decision] ?? decision),
    header('BGT_ANNEE', ({ year }) => year),
    header('BGT_SIRET', ({ siret }) => siret),
    header('BGT_NOM', ({ authority }) => authority),
    chapter,
    label(chapter, 'BGT_CONTNAT_LABEL', (plan, code) => plan.chapters.get(code)?.label),
    nature,
    label(nature, 'BGT_NATURE_LABEL', (plan, code) => plan.accounts.get(code)?.label),
    use,
    label(use, 'BGT_FONCTION_LABEL', (plan, code) => plan.functions.get(code)),
    field('Operation', 'BGT_OPERATION'),
    lookUp(lines, chapter, plans, 'BGT_SECTION', (plan, code) =>
      sectionName(plan.chapters.get(code)?.section ?? ''),
    ).column,
    field('OpBudg', 'BGT_OPBUDG'),
    field('CodRD', 'BGT_CODRD'),
    field('MtReal', 'BGT_MTREAL'),
    field('MtBudgPrec', 'BGT_MTBUDGPREC'),
    field('MtRARPrec', 'BGT_MTRARPREC'),
    field('MtPropNouv', 'BGT_MTPROPNOUV'),
    field('MtPrev', 'BGT_MTPREV'),
    field('CredOuv', 'BGT_CREDOUV'),
    field('MtRAR3112', 'BGT_MTRAR3112'),
    field('ArtSpe', 'BGT_ARTSPE'),
  ]
  return { table: tableOf(columns, lines.rowCount), unlabelled }
}

/** A column that has one text a budget. */
function ofBudget(
  { budgets, budgetOfRow, rowCount }: BudgetLines,
  name: string,
  text: (header: BudgetHeader) => string,
): Column {
  const builder = new DictionaryBuilder()
  const codeOfBudget = budgets.map((budget) => {
    const own = text(budget)
    return own === '' ? BLANK : builder.addText(own)
  })
  const codes = emptyCodes(rowCount, builder.size)
  for (let row = 0; row < rowCount; row++) codes[row] = codeOfBudget[budgetOfRow[row]!]!
  return { name, type: 'text', codes, dictionary: builder.finish() }
}

const NOT_ASKED = -1
const NOT_FOUND = -2

/** A column looked up from the codes of another one, each distinct code once a budget. */
function lookUp(
  { budgetOfRow, rowCount }: BudgetLines,
  code: Column,
  plans: readonly (Plan | null)[],
  name: string,
  find: (plan: Plan, code: string) => string | undefined,
) {
  const builder = new DictionaryBuilder()
  const found = plans.map(() => new Int32Array(code.dictionary.size).fill(NOT_ASKED))
  const missingCodes = new Set<string>()
  const rows: number[] = []
  let missingCount = 0
  const wide = new Uint32Array(rowCount)
  for (let row = 0; row < rowCount; row++) {
    const key = code.codes[row]!
    const budget = budgetOfRow[row]!
    const plan = plans[budget]
    if (key === BLANK || plan === null || plan === undefined) continue
    const known = found[budget]!
    if (known[key] === NOT_ASKED) {
      const text = find(plan, code.dictionary.text(key).trim())
      known[key] = text === undefined ? NOT_FOUND : text === '' ? BLANK : builder.addText(text)
      if (text === undefined) missingCodes.add(code.dictionary.text(key))
    }
    if (known[key] !== NOT_FOUND) {
      wide[row] = known[key]!
      continue
    }
    missingCount++
    if (rows.length < ROWS_TOLD) rows.push(row)
  }
  const codes = emptyCodes(rowCount, builder.size)
  codes.set(wide)
  const column: Column = { name, type: 'text', codes, dictionary: builder.finish() }
  return { column, missing: { codes: [...missingCodes], rowCount: missingCount, rows } }
}
