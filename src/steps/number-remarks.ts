import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { countCodes, type Column, type RowMask } from '../table/column.ts'
import { BLANK, type Dictionary } from '../table/dictionary.ts'
import type { MarkEvidence } from './decimal-mark.ts'
import { otherRowsRemark } from './other-rows-remark.ts'
import { plainAmounts } from './plain-amounts.ts'
import { readNumber } from './read-number.ts'

/**
 * What a person could not guess from the counts of a conversion to number: doubts and how they were settled, codes left alone,
 * units set aside, rows that were not chosen. `evidence`, by column name, of the columns whose marks were found from it.
 */
export function numberRemarks(
  columns: readonly Column[],
  chosen: RowMask | undefined,
  evidence: ReadonlyMap<string, MarkEvidence>,
): Localized[] {
  const found: Tally = { units: new Map(), codes: 0, example: '' }
  for (const column of columns) tally(column, chosen, found)
  return [
    ...[...evidence].flatMap(([name, marks]) => doubtRemark(name, marks)),
    ...codeRemark(found),
    ...unitRemark(found),
    ...otherRowsRemark(columns, chosen, 'number'),
  ]
}

interface Tally {
  /** Cells by unit. */
  units: Map<string, number>
  /** Cells that hold a code with a zero in front, and one of them. */
  codes: number
  example: string
}

function tally(column: Column, chosen: RowMask | undefined, found: Tally): void {
  if (plainAmounts(column) !== null) return
  const counts = countCodes(column, chosen)
  const { dictionary } = column
  for (let code = BLANK + 1; code < dictionary.size; code++) {
    const cells = counts[code]!
    if (cells === 0 || (column.type === 'number' && !dictionary.isUnconverted(code))) continue
    if (isOrdinary(dictionary, code)) continue
    const text = dictionary.text(code)
    const reading = readNumber(text)
    if (reading === null) continue
    if (reading.unit !== '') found.units.set(reading.unit, (found.units.get(reading.unit) ?? 0) + cells)
    if (!reading.code) continue
    if (found.codes === 0) found.example = text
    found.codes += cells
  }
}

/** Whether an entry begins and ends as a number without a unit or a zero that it would lose; told from its bytes, as most can be. */
function isOrdinary({ bytes, ends }: Dictionary, code: number): boolean {
  const start = ends[code - 1]!
  const end = ends[code]!
  const first = bytes[start]!
  if (end === start || !isDigit(bytes[end - 1]!)) return false
  if (first === ZERO) return end - start === 1 || !isDigit(bytes[start + 1]!)
  return isDigit(first) || first === MINUS
}

const ZERO = 0x30
const MINUS = 0x2d
const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9

function doubtRemark(name: string, { ambiguous, example, mark, comma, point }: MarkEvidence): Localized[] {
  if (example === null) return []
  const reading = readNumber(example)
  const both = { comma: reading?.comma ?? '', point: reading?.point ?? '' }
  const doubt = {
    fr: `${fr.name(name)}\u00a0: ${fr.count(ambiguous, 'cellule comme', 'cellules comme')} ${fr.name(example)} ${ambiguous === 1 ? 'peut' : 'peuvent'} se lire ${fr.decimal(both.comma)} ou ${fr.decimal(both.point)}`,
    en: `${en.name(name)}: ${en.count(ambiguous, 'cell', 'cells')} like ${en.name(example)} can be read ${en.decimal(both.comma)} or ${en.decimal(both.point)}`,
  }
  if (mark === null) {
    return [
      {
        fr: `${doubt.fr}, et les autres valeurs ne tranchent pas\u00a0: leur texte est gardé. Choisissez comment les décimales sont écrites.`,
        en: `${doubt.en}, and the other values do not settle it: their text is kept. Choose how decimals are written.`,
      },
    ]
  }
  const proof = mark === 'comma' ? comma : point
  return [
    {
      fr: `${doubt.fr}. ${fr.count(proof, 'autre cellule a', 'autres cellules ont')} ${mark === 'comma' ? 'une virgule' : 'un point'} devant les décimales\u00a0: ${fr.name(example)} devient ${fr.decimal(both[mark])}.`,
      en: `${doubt.en}. ${en.count(proof, 'other cell has', 'other cells have')} decimals after a ${mark}: ${en.name(example)} becomes ${en.decimal(both[mark])}.`,
    },
  ]
}

function codeRemark({ codes, example }: Tally): Localized[] {
  if (codes === 0) return []
  const one = codes === 1
  return [
    {
      fr: `${fr.count(codes, 'cellule commence', 'cellules commencent')} par un zéro, comme ${fr.name(example)}\u00a0: c’est sans doute un code, qui perdrait son zéro. ${one ? 'Elle garde son texte' : 'Elles gardent leur texte'}.`,
      en: `${en.count(codes, 'cell begins', 'cells begin')} with a zero, like ${en.name(example)}: surely a code, which would lose its zero. ${one ? 'It keeps its text' : 'They keep their text'}.`,
    },
  ]
}

function unitRemark({ units }: Tally): Localized[] {
  if (units.size === 0) return []
  const sorted = [...units].sort(([, a], [, b]) => b - a)
  const said = sorted.map(([unit, cells]) => {
    const effect = unitEffect(unit)
    return {
      fr: `${unit} (${fr.count(cells, 'cellule', 'cellules')}${effect.fr})`,
      en: `${unit} (${en.count(cells, 'cell', 'cells')}${effect.en})`,
    }
  })
  return [
    {
      fr: `Ce qui était écrit à côté des nombres est retiré\u00a0: ${fr.list(said.map((one) => one.fr))}.`,
      en: `What was written beside the numbers is taken away: ${en.list(said.map((one) => one.en))}.`,
    },
  ]
}

/** What a unit does to the number, after "12 cells". */
function unitEffect(unit: string): Localized {
  if (unit === '%') return { fr: ', nombres inchangés', en: ', numbers unchanged' }
  const times = /^k/i.test(unit) ? 1e3 : /^md/i.test(unit) ? 1e9 : unit.startsWith('M') ? 1e6 : null
  if (times === null) return { fr: '', en: '' }
  return {
    fr: `, nombres multipliés par ${fr.number(times)}`,
    en: `, numbers multiplied by ${en.number(times)}`,
  }
}
