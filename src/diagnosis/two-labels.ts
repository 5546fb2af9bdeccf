import { findingText } from '../i18n/findings.ts'
import { plainLabel } from '../nomenclature/plain-label.ts'
import { zeroKindOf } from '../steps/zero-kinds.ts'
import { profileColumn } from '../table/profile.ts'
import { disagreements } from './disagreements.ts'
import type { Finder } from './finder.ts'
import type { Finding } from './finding.ts'
import { labelColumnOf } from './label-column.ts'

/** Above this part of the codes, the other column is no label of the code. */
const RARE = 0.2
/** With fewer codes, that cannot be told. */
const FEWEST_CODES = 5
/** More codes are not listed in a condition. */
const MOST_CODES = 200

/** Codes that have two labels, beyond case, accents and punctuation; the columns go together by their names. */
export const twoLabels: Finder = (table) =>
  table.columns.flatMap((codes) => {
    const labels = codes.type === 'text' ? labelColumnOf(table, codes) : undefined
    if (labels === undefined || profileColumn(codes).distinct < FEWEST_CODES) return []
    const told = disagreements(codes, labels, { key: (text) => text.trim(), value: plainLabel })
    if (told === null || told.found.length === 0 || told.found.length > told.keys * RARE) return []
    const [first] = told.found
    return [
      {
        code: 'two-labels',
        severity: 'look' as const,
        text: findingText((said) => said.twoLabels(codes.name, labels.name, told.found.length)),
        evidence: findingText((said) => said.standsBeside(first!.key, first!.values)),
        column: labels.name,
        rows: told.rows,
        proposal: remedy(
          codes.name,
          labels.name,
          told.found.map(({ key }) => key),
        ),
      },
    ]
  })

/** Codes of a budget have official labels, to be written anew for these codes; other labels are spellings to bring together. */
function remedy(codes: string, labels: string, found: readonly string[]): Finding['proposal'] & object {
  const kind = zeroKindOf(codes)
  if (kind !== 'chapter' && kind !== 'article') return { step: 'replace-values', params: { column: labels } }
  return {
    step: 'fill-from-reference',
    params: {
      column: codes,
      key: 'code',
      take: { libelle: labels },
      fill: 'all',
      where: { column: codes, in: found.slice(0, MOST_CODES) },
    },
  }
}
