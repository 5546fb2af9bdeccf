import { findPlan, fullName, plans } from '../../nomenclature/known-plans.ts'
import { planName } from '../../nomenclature/plan-name.ts'
import type { Localized } from '../../i18n/messages.ts'
import type { FoundOption } from '../format.ts'
import { DECISIONS } from './budget-table.ts'
import type { PlanChoice } from './choose-plans.ts'
import type { BudgetHeader, BudgetLines } from './read-budget-lines.ts'
import { say } from './say.ts'

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]
const filled = (texts: readonly string[]): string[] => distinct(texts).filter((text) => text !== '')

/** What was understood of a budget document, in the order of the screen; its encoding comes from elsewhere. */
export function foundInBudget(lines: BudgetLines, choice: PlanChoice, encoding: FoundOption): FoundOption[] {
  return [
    foundNomenclature(lines.budgets, choice),
    ...foundYear(lines.budgets, choice),
    foundDecision(lines.budgets),
    encoding,
    foundLines(lines),
  ]
}

function foundNomenclature(budgets: readonly BudgetHeader[], choice: PlanChoice): FoundOption {
  const used = choice.plans.filter((plan) => plan !== null)
  const [first] = used
  const names = distinct(used.map(fullName))
  const [name = 'auto', ...others] = names
  const label =
    first === undefined
      ? say((m) => m.noNomenclature)
      : others.length === 0
        ? planName(first.norm, first.variant)
        : say((m) => m.ofEachBudget(names))
  return {
    option: 'nomenclature',
    value: others.length === 0 ? name : 'auto',
    label,
    evidence: nomenclatureEvidence(budgets, choice),
    chosen: choice.opened || choice.name !== undefined,
    choices: [
      { value: 'auto', label: say((m) => m.auto) },
      ...plans().map((plan) => ({ value: fullName(plan), label: planName(plan.norm, plan.variant) })),
    ],
  }
}

function nomenclatureEvidence(budgets: readonly BudgetHeader[], { opened, name }: PlanChoice): Localized {
  if (opened) return say((m) => m.nomenclatureFromFile)
  if (name !== undefined) return say((m) => m.chosen)
  const [named, ...others] = filled(budgets.map(({ nomenclature }) => nomenclature))
  if (named === undefined) return say((m) => m.nomenclatureAbsent)
  if (others.length > 0) return say((m) => m.nomenclaturesEvidence(budgets.length))
  return say((m) => m.nomenclatureEvidence(named, budgets[0]?.year ?? ''))
}

function foundYear(budgets: readonly BudgetHeader[], choice: PlanChoice): FoundOption[] {
  const used = choice.plans.filter((plan) => plan !== null)
  const [first] = used
  if (first === undefined) return []
  const years = distinct(used.map(({ year }) => String(year))).join(', ')
  const known = findPlan(fullName(first))?.years ?? [first.year]
  return [
    {
      option: 'year',
      value: first.year,
      label: { fr: years, en: years },
      evidence: say((m) => (choice.year === undefined ? m.yearEvidence(budgets[0]?.year ?? '') : m.chosen)),
      chosen: choice.year !== undefined,
      choices: known.map((year) => ({ value: year, label: say((m) => m.planYear(year)) })),
    },
  ]
}

/** Facts of the document that cannot be chosen have themselves as their only choice. */
const fact = (
  option: string,
  value: string | number,
  label: FoundOption['label'],
  evidence: FoundOption['evidence'],
): FoundOption => ({
  option,
  value,
  label,
  evidence,
  chosen: false,
  choices: [{ value, label }],
})

function foundDecision(budgets: readonly BudgetHeader[]): FoundOption {
  const codes = filled(budgets.map(({ decision }) => decision))
  const text = codes.map((code) => DECISIONS[code] ?? code).join(', ')
  return fact(
    'decision',
    text,
    say((m) => (codes.length === 0 ? m.noDecision : text)),
    say((m) => (codes.length === 0 ? m.decisionAbsent : m.decisionEvidence(codes))),
  )
}

function foundLines({ rowCount, budgets, root }: BudgetLines): FoundOption {
  return fact(
    'lines',
    rowCount,
    say((m) => m.lines(rowCount)),
    say((m) => m.linesEvidence(budgets.length, root)),
  )
}
