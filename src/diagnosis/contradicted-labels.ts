import { findingText } from '../i18n/findings.ts'
import { withoutZeros } from '../nomenclature/codes-over-years.ts'
import { plainLabel } from '../nomenclature/plain-label.ts'
import { rankWords } from '../nomenclature/rank-plans.ts'
import { referenceTable } from '../nomenclature/reference-table.ts'
import { combinationsOf } from '../table/combinations.ts'
import { cellText } from '../table/column.ts'
import { columnNamed } from '../table/table.ts'
import { budgetColumn } from './budget-column.ts'
import { budgetPlan } from './budget-plan.ts'
import type { LateFinder } from './finder.ts'
import type { Finding } from './finding.ts'
import { labelColumnOf } from './label-column.ts'
import { MOST_ROWS } from './proof-rows.ts'

/** Part of the labelled codes whose label must be the nomenclature's: otherwise the labels are the table's own. */
const AGREEING = 0.8
const MOST_PAIRS = 20_000

/**
 * Labels of a budget that are those of another code: 656 labelled as 6531 is. Told only where the nomenclature that fits the table
 * gives its label to nearly all the other codes, and where the wrong label is the right one of another code.
 */
export const contradictedLabels: LateFinder = async (table) => {
  const rank = await budgetPlan(table)
  if (rank === null) return []
  const [norm = '', variant = ''] = rank.plan.split('-')
  const found: Finding[] = []
  for (const [kind, part] of [
    ['chapter', 'chapters'],
    ['article', 'accounts'],
  ] as const) {
    const codes = budgetColumn(table, kind)
    const labels = codes === undefined ? undefined : labelColumnOf(table, codes)
    if (codes === undefined || labels === undefined) continue
    const reference = await referenceTable(norm, variant, rank.year, part)
    const [keys, names] = [columnNamed(reference, 'code'), columnNamed(reference, 'libelle')]
    const labelOf = new Map<string, string>()
    const official = new Set<string>()
    for (let row = 0; row < reference.rowCount; row++) {
      const label = plainLabel(cellText(names, row))
      labelOf.set(cellText(keys, row), label)
      official.add(label)
    }
    const { numbers, firstRows } = combinationsOf([codes, labels])
    if (firstRows.length > MOST_PAIRS) continue
    let agreeing = 0
    const wrong = new Map<number, { code: string; label: string }>()
    for (const [number, row] of firstRows.entries()) {
      const code = cellText(codes, row).trim()
      const label = cellText(labels, row)
      const plain = plainLabel(label)
      const right = labelOf.get(code)
      if (plain === '' || right === undefined) continue
      // A code that may have lost its zero has the label of the whole one.
      if (right === plain || labelOf.get(`0${withoutZeros(code)}`) === plain) agreeing++
      else if (official.has(plain)) wrong.set(number, { code, label })
    }
    if (wrong.size === 0 || agreeing < (agreeing + wrong.size) * AGREEING) continue
    const rows: number[] = []
    let cells = 0
    for (let row = 0; row < numbers.length; row++) {
      if (!wrong.has(numbers[row]!)) continue
      cells++
      if (rows.length < MOST_ROWS) rows.push(row)
    }
    const [first] = wrong.values()
    const rankSaid = rankWords(rank)
    const example = findingText((said) => said.labelOfAnother(first!.code, first!.label))
    found.push({
      code: 'contradicted-labels',
      severity: 'look',
      text: findingText((said) => said.contradictedLabels(codes.name, labels.name, cells)),
      evidence: { fr: `${example.fr} ${rankSaid.fr}.`, en: `${example.en} ${rankSaid.en}.` },
      column: labels.name,
      rows,
      proposal: {
        step: 'fill-from-reference',
        params: {
          column: codes.name,
          reference: { plan: rank.plan, year: rank.year, part },
          key: 'code',
          take: { libelle: labels.name },
          fill: 'all',
          where: {
            all: [
              { column: codes.name, in: [...new Set([...wrong.values()].map(({ code }) => code))] },
              { column: labels.name, in: [...new Set([...wrong.values()].map(({ label }) => label))] },
            ],
          },
        },
      },
    })
  }
  return found
}
