import type { Localized } from '../../i18n/messages.ts'
import type { ReadNote } from '../format.ts'
import { DECISIONS, type BudgetTable } from './budget-table.ts'
import type { PlanChoice } from './choose-plans.ts'
import { partialNotes } from '../xml/partial-notes.ts'
import type { BudgetHeader, BudgetLines } from './read-budget-lines.ts'
import { say } from './say.ts'

/** What a person should know of a budget document that was read: first what may be missing, then labels, then the rest. */
export function budgetNotes(
  lines: BudgetLines,
  choice: PlanChoice,
  unlabelled: BudgetTable['unlabelled'],
  encodingNotes: readonly ReadNote[],
): ReadNote[] {
  return [
    ...partialNotes(lines.end, lines.rowCount),
    ...encodingNotes,
    ...planNotes(lines.budgets, choice),
    ...contentNotes(lines, unlabelled),
  ]
}

/** One note for each nomenclature that is not known, and for each that stands in for another year. */
function planNotes(budgets: readonly BudgetHeader[], choice: PlanChoice): ReadNote[] {
  if (choice.opened) return []
  const notes = new Map<string, ReadNote>()
  const add = (code: string, text: Localized): void => {
    notes.set(text.fr, { code, severity: 'look', text })
  }
  budgets.forEach((budget, index) => {
    const name = choice.name ?? budget.nomenclature
    const plan = choice.plans[index] ?? null
    if (plan === null)
      return add(
        'unknown-nomenclature',
        say((m) => m.unknownNomenclature(name)),
      )
    const { year, askedYear } = plan
    if (!Number.isFinite(askedYear))
      add(
        'nomenclature-of-another-year',
        say((m) => m.noYear(name, year)),
      )
    else if (year !== askedYear)
      add(
        'nomenclature-of-another-year',
        say((m) => m.otherYear(name, String(askedYear), year)),
      )
  })
  return [...notes.values()]
}

const CODES_TOLD = 5

function contentNotes(lines: BudgetLines, unlabelled: BudgetTable['unlabelled']): ReadNote[] {
  const notes: ReadNote[] = unlabelled.map(({ column, codes, rowCount, rows }) => ({
    code: 'codes-without-label',
    severity: 'look',
    text: say((m) =>
      m.withoutLabel(column, rowCount, codes.slice(0, CODES_TOLD), Math.max(0, codes.length - CODES_TOLD)),
    ),
    rows,
  }))
  for (const code of new Set(lines.budgets.map(({ decision }) => decision))) {
    if (code !== '' && DECISIONS[code] === undefined)
      notes.push({ code: 'unknown-decision', severity: 'look', text: say((m) => m.unknownDecision(code)) })
  }
  if (lines.subtotals > 0)
    notes.push({
      code: 'subtotals-left-out',
      severity: 'info',
      text: say((m) => m.subtotals(lines.subtotals)),
    })
  if (lines.rowCount === 0 && lines.end.kind === 'whole')
    notes.push({ code: 'no-lines', severity: 'look', text: say((m) => m.noLines) })
  return notes
}
