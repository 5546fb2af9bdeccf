import * as v from 'valibot'
import { findPlan, fullName, plans } from '../../nomenclature/known-plans.ts'
import { loadPlan } from '../../nomenclature/load-plan.ts'
import { type Plan } from '../../nomenclature/plan.ts'
import { planName } from '../../nomenclature/plan-name.ts'
import { Problem } from '../../problem/problem.ts'
import {
  type Format,
  type FoundOption,
  type ReadContext,
  type ReadNote,
  type ReadResult,
  type SourceFile,
} from '../format.ts'
import { requireWhole } from '../xml/read-elements.ts'
import { localName, rootElement } from '../xml/root-element.ts'
import { budgetTable, DECISIONS, type BudgetTable } from './budget-table.ts'
import { chooseEncoding, ENCODINGS } from './found-encoding.ts'
import { partialNotes } from './partial-notes.ts'
import { BUDGET_ROOTS, readBudgetLines, type BudgetHeader, type BudgetLines } from './read-budget-lines.ts'
import { say } from './say.ts'

const options = v.strictObject({
  /** `auto` (that of each budget) or a nomenclature by its name, such as `M14-M14_COM_500_3500` or `M57_A`. */
  nomenclature: v.exactOptional(v.string()),
  /** Year of the nomenclature; that of each budget if absent. */
  year: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2999))),
  encoding: v.exactOptional(v.picklist(ENCODINGS)),
  /** Opens the whole lines read before the place where the file is cut or broken. */
  partial: v.exactOptional(v.boolean()),
})

export type TotemOptions = v.InferOutput<typeof options>

/** Budget documents: one row a budget line, in the columns of the data model « budget ». */
export const totem: Format<TotemOptions> = {
  id: 'totem-xml',
  name: say((m) => m.format),
  extensions: ['xml'],
  options,
  detect: (_file, head) => {
    const root = rootElement(head)
    if (root === null) return 0
    if (BUDGET_ROOTS.includes(localName(root))) return 1
    // An XML file that nothing else opens comes here to be told what it is, rather than being read as a table of tags.
    return /^\s*<\?xml/.test(new TextDecoder().decode(head.subarray(0, 100))) ? 0.3 : 0
  },
  read: (file, chosen, context) => readBudget(file, chosen, context),
}

/**
 * Reads a budget document. Labels come from `openedPlan` if one is given, otherwise from the nomenclature chosen, otherwise from that of each budget
 * for its year. Throws Problem `xml-cut` or `xml-broken` (unless `partial`), `xml-doctype`, `xml-unknown-root`, `wrong-encoding`, `unknown-nomenclature`.
 */
export async function readBudget(
  file: SourceFile,
  chosen: TotemOptions,
  context: ReadContext,
  openedPlan?: Plan,
): Promise<ReadResult> {
  const wanted = chosen.nomenclature === 'auto' ? undefined : chosen.nomenclature
  if (wanted !== undefined && findPlan(wanted) === undefined)
    throw new Problem('unknown-nomenclature', { name: wanted, known: plans().map(fullName) })

  const { encoding, found: foundEncoding, notes } = await chooseEncoding(file.bytes, chosen.encoding)
  const lines = await readBudgetLines(file, encoding, context)
  if (chosen.partial !== true) requireWhole(lines.end, lines.rowCount)

  const plansOfBudgets = await Promise.all(
    lines.budgets.map(
      (budget) => openedPlan ?? planFor(wanted ?? budget.nomenclature, chosen.year ?? yearOf(budget)),
    ),
  )
  const { table, unlabelled } = budgetTable(lines, plansOfBudgets)
  return {
    table,
    found: [
      ...foundNomenclature(lines.budgets, plansOfBudgets, wanted, chosen.year, openedPlan),
      foundDecision(lines.budgets),
      foundEncoding,
      foundLines(lines),
    ],
    notes: [
      ...partialNotes(lines.end, lines.rowCount),
      ...notes,
      ...planNotes(lines.budgets, plansOfBudgets, wanted, chosen.year, openedPlan),
      ...contentNotes(lines, unlabelled),
    ],
  }
}

const yearOf = ({ year }: BudgetHeader): number => (/^\d{4}$/.test(year.trim()) ? Number(year) : NEWEST)
/** Asks for the newest year known. */
const NEWEST = 9999

async function planFor(name: string, year: number): Promise<Plan | null> {
  const known = findPlan(name)
  return known === undefined ? null : loadPlan(known.norm, known.variant, year)
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]

function foundNomenclature(
  budgets: readonly BudgetHeader[],
  plansOfBudgets: readonly (Plan | null)[],
  wanted: string | undefined,
  wantedYear: number | undefined,
  openedPlan: Plan | undefined,
): FoundOption[] {
  const named = distinct(budgets.map(({ nomenclature }) => nomenclature)).filter((name) => name !== '')
  const used = plansOfBudgets.filter((plan) => plan !== null)
  const names = distinct(used.map(fullName))
  const [first] = used
  const nomenclature: FoundOption = {
    option: 'nomenclature',
    value: names.length === 1 ? names[0]! : 'auto',
    label:
      first === undefined
        ? say((m) => m.noNomenclature)
        : names.length === 1
          ? planName(first.norm, first.variant)
          : say((m) => m.ofEachBudget(names)),
    evidence:
      openedPlan !== undefined
        ? say((m) => m.nomenclatureFromFile)
        : wanted !== undefined
          ? say((m) => m.chosen)
          : named.length === 0
            ? say((m) => m.nomenclatureAbsent)
            : named.length === 1
              ? say((m) => m.nomenclatureEvidence(named[0]!, budgets[0]?.year ?? ''))
              : say((m) => m.nomenclaturesEvidence(budgets.length)),
    chosen: wanted !== undefined || openedPlan !== undefined,
    choices: [
      { value: 'auto', label: say((m) => m.auto) },
      ...plans().map((plan) => ({ value: fullName(plan), label: planName(plan.norm, plan.variant) })),
    ],
  }
  if (first === undefined) return [nomenclature]
  const years = distinct(used.map(({ year }) => String(year)))
  const known = findPlan(fullName(first))?.years ?? []
  return [
    nomenclature,
    {
      option: 'year',
      value: first.year,
      label: { fr: years.join(', '), en: years.join(', ') },
      evidence:
        wantedYear === undefined ? say((m) => m.yearEvidence(budgets[0]?.year ?? '')) : say((m) => m.chosen),
      chosen: wantedYear !== undefined,
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
) => ({
  option,
  value,
  label,
  evidence,
  chosen: false,
  choices: [{ value, label }],
})

function foundDecision(budgets: readonly BudgetHeader[]): FoundOption {
  const codes = distinct(budgets.map(({ decision }) => decision)).filter((code) => code !== '')
  const text = codes.map((code) => DECISIONS[code] ?? code).join(', ')
  const label = codes.length === 0 ? say((m) => m.noDecision) : { fr: text, en: text }
  return fact(
    'decision',
    codes.join(','),
    label,
    say((m) => m.decisionEvidence(codes)),
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

function planNotes(
  budgets: readonly BudgetHeader[],
  plansOfBudgets: readonly (Plan | null)[],
  wanted: string | undefined,
  wantedYear: number | undefined,
  openedPlan: Plan | undefined,
): ReadNote[] {
  if (openedPlan !== undefined) return []
  const notes = new Map<string, ReadNote>()
  budgets.forEach((budget, index) => {
    const plan = plansOfBudgets[index] ?? null
    const name = wanted ?? budget.nomenclature
    if (plan === null) {
      notes.set(`unknown ${name}`, {
        code: 'unknown-nomenclature',
        severity: 'look',
        text: say((m) => m.unknownNomenclature(name)),
      })
    } else if (plan.year !== plan.askedYear) {
      const { year } = plan
      const unknownYear = wantedYear === undefined && yearOf(budget) === NEWEST
      notes.set(`year ${name} ${plan.askedYear}`, {
        code: 'nomenclature-of-another-year',
        severity: 'look',
        text: say((m) =>
          unknownYear ? m.noYear(name, year) : m.otherYear(name, String(plan.askedYear), year),
        ),
      })
    }
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
  for (const code of distinct(lines.budgets.map(({ decision }) => decision))) {
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
