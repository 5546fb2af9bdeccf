import { findingText } from '../i18n/findings.ts'
import { restoredSiren, restoredSiret } from '../nomenclature/restored-identifier.ts'
import { folded } from '../steps/folded.ts'
import type { ZeroKind } from '../steps/zero-kinds.ts'
import type { Finder } from './finder.ts'
import type { Finding } from './finding.ts'
import { proofRows } from './proof-rows.ts'
import { DIGITS, surveyColumn, ZERO_DIGITS, type ColumnSurvey } from './survey-column.ts'

/**
 * Codes whose number of digits is fixed by those who give them out, known by the column's name. `full` is the part of them that must
 * still be whole: none for INSEE codes, as a file of one department from 01 to 09 has lost all its zeros; half for postal codes, as
 * those of other countries have four digits.
 */
const NAMED: readonly { name: RegExp; length: number; kind: ZeroKind; full: number }[] = [
  { name: /code ?postal|\bcp\b|postcode|zip ?code/, length: 5, kind: 'postal', full: 0.5 },
  { name: /insee|\bcog\b/, length: 5, kind: 'insee', full: 0 },
  { name: /code ?commune/, length: 5, kind: 'insee', full: 0.5 },
  { name: /siret/, length: 14, kind: 'siret', full: 0.5 },
  { name: /siren/, length: 9, kind: 'siren', full: 0.5 },
]
/** Part of the filled cells that must be digits alone, for a named code and for another. */
const DIGITS_NAMED = 0.8
const DIGITS_OTHER = 0.98
/** Part of the digits that must have the full length, for a code without a telling name. */
const FULL_OTHER = 0.6
/** A shorter code may well have two lengths: chapters 10 and 011. */
const SHORTEST_OTHER = 5

/**
 * Codes of digits that are one digit short because a spreadsheet took them for numbers. A column without a telling name counts
 * only if other codes of it still have their zero, and all codes have one of the two lengths.
 */
export const lostZeros: Finder = (table) =>
  table.columns.filter(({ type }) => type === 'text').flatMap((column) => lostIn(surveyColumn(column)))

function lostIn(survey: ColumnSurvey): Finding[] {
  const { column, kinds, counts, lengths } = survey
  const codes = wholeCodes(survey)
  if (codes === null || (lengths[codes.length - 1] ?? 0) === 0) return []
  const { length, kind } = codes
  const { dictionary } = column
  const judge = kind === 'siret' ? restoredSiret : kind === 'siren' ? restoredSiren : null
  const lost = new Set<number>()
  let cells = 0
  for (let code = 1; code < kinds.length; code++) {
    if (kinds[code] !== DIGITS || dictionary.end(code) - dictionary.start(code) !== length - 1) continue
    // A number whose check digit is wrong even with its zero is simply wrong.
    if (judge !== null && judge(dictionary.text(code)).kind !== 'restored') continue
    lost.add(code)
    cells += counts[code]!
  }
  if (cells === 0) return []
  const examples = [...lost].slice(0, 2).map((code) => dictionary.text(code))
  return [
    {
      code: 'lost-zeros',
      severity: 'look',
      text: findingText((said) => said.lostZeros(column.name, cells, length)),
      evidence: findingText((said) => said.forExample(examples)),
      column: column.name,
      rows: proofRows([{ column, shows: (code) => lost.has(code) }]),
      proposal:
        kind === null
          ? { step: 'pad-codes', params: { columns: [column.name], length } }
          : { step: 'restore-zeros', params: { kind, column: column.name } },
    },
  ]
}

/** How many digits the codes of the column have when they are whole, and what its name tells them to be; `null` when they are no such codes. */
function wholeCodes({
  column,
  filled,
  cells,
  lengths,
  zeroLengths,
}: ColumnSurvey): { length: number; kind: ZeroKind | null } | null {
  const digits = cells[DIGITS]! + cells[ZERO_DIGITS]!
  if (digits === 0) return null
  const all = lengths.map((count, length) => count + zeroLengths[length]!)
  const name = folded(column.name).replace(/[_-]+/g, ' ')
  const named = NAMED.find((code) => code.name.test(name))
  const length = named?.length ?? all.indexOf(Math.max(...all))
  const full = all[length] ?? 0
  const short = lengths[length - 1] ?? 0
  if (named !== undefined) {
    const shorter = all.slice(0, length - 1).reduce((a, b) => a + b, 0)
    return digits >= filled * DIGITS_NAMED && full >= digits * named.full && shorter === 0
      ? { length, kind: named.kind }
      : null
  }
  return length >= SHORTEST_OTHER &&
    digits >= filled * DIGITS_OTHER &&
    full >= digits * FULL_OTHER &&
    full + short === digits &&
    zeroLengths[length]! > 0
    ? { length, kind: null }
    : null
}
