import { findingText } from '../i18n/findings.ts'
import { plainLabel } from '../nomenclature/plain-label.ts'
import { profileColumn } from '../table/profile.ts'
import { disagreements } from './disagreements.ts'
import type { Finder } from './finder.ts'
import { labelColumnOf } from './label-column.ts'

/** Above this part of the codes, the other column is no label of the code. */
const RARE = 0.2
/** With fewer codes, that cannot be told. */
const FEWEST_CODES = 5

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
      },
    ]
  })
