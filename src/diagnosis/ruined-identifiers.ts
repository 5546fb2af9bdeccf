import { findingText } from '../i18n/findings.ts'
import { folded } from '../steps/folded.ts'
import type { Finder } from './finder.ts'
import type { Finding } from './finding.ts'
import { proofRows } from './proof-rows.ts'
import { DIGITS, SCIENTIFIC, surveyColumn, ZERO_DIGITS, type ColumnSurvey } from './survey-column.ts'

const IDENTIFIER_NAME = /sire[nt]|rna|iban|\bcode|\bnumero|\bn°|\bid\b|identifiant|telephone/
/** A number so written had at least nine digits, as a SIREN has. */
const LONG = /E\+?(?:0?[89]|1\d)$/i
const LONG_DIGITS = 9

/** Identifiers that a spreadsheet turned into `2,1456E+13`: their last digits are lost, so no step can be proposed. */
export const ruinedIdentifiers: Finder = (table) =>
  table.columns.filter(({ type }) => type === 'text').flatMap((column) => ruinedIn(surveyColumn(column)))

function ruinedIn({ column, counts, kinds, filled, cells, lengths, zeroLengths }: ColumnSurvey): Finding[] {
  if (cells[SCIENTIFIC] === 0) return []
  const others = filled - cells[SCIENTIFIC]!
  const long = [...lengths.slice(LONG_DIGITS), ...zeroLengths.slice(LONG_DIGITS)].reduce((a, b) => a + b, 0)
  const named = IDENTIFIER_NAME.test(folded(column.name).replaceAll('_', ' '))
  const besideIdentifiers = cells[DIGITS]! + cells[ZERO_DIGITS]! > 0 && long * 2 > others
  if (!named && !besideIdentifiers) return []
  const ruined = new Set<number>()
  let ruinedCells = 0
  for (let code = 1; code < kinds.length; code++) {
    if (kinds[code] !== SCIENTIFIC || !LONG.test(column.dictionary.text(code))) continue
    ruined.add(code)
    ruinedCells += counts[code]!
  }
  if (ruinedCells === 0) return []
  const examples = [...ruined].slice(0, 2).map((code) => column.dictionary.text(code))
  return [
    {
      code: 'ruined-identifiers',
      severity: 'fail',
      text: findingText((said) => said.ruinedIdentifiers(column.name, ruinedCells)),
      evidence: findingText((said) => said.forExample(examples)),
      column: column.name,
      rows: proofRows([{ column, shows: (code) => ruined.has(code) }]),
    },
  ]
}
