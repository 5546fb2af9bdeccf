import { markEvidence } from '../steps/decimal-mark.ts'
import { folded } from '../steps/folded.ts'
import { decidedNumber, readNumber } from '../steps/read-number.ts'
import { BLANK } from '../table/dictionary.ts'
import { AMOUNT, DIGITS, SCIENTIFIC, TEXT, ZERO_DIGITS, type ColumnSurvey } from './survey-column.ts'

/** What a text column of amounts would become as numbers. Counts are of cells. */
export interface Amounts {
  filled: number
  unreadable: number
  /** Whether `unreadable` was estimated from some of the values. */
  sampled: boolean
  /** Whether every number is already written as files write it. */
  canonical: boolean
}

/** At most this many distinct values of a column are read. */
const MOST_READ = 10_000
/** Part of the filled cells that must be readable. */
const READABLE = 0.8
/** Part that must be written as only amounts are; whole numbers alone may be codes or years. */
const WRITTEN_AS_AMOUNTS = 0.05
/** Part with a zero in front above which the column holds codes. */
const CODES = 0.01
const AMOUNT_NAME =
  /\b(?:montants?|amounts?|sommes?|prix|couts?|cost|budget|depenses?|recettes?|subventions?)\b|^mt/

const known = new WeakMap<ColumnSurvey, Amounts | null>()

/** The amounts of a text column, or `null` when it holds something else: names, codes, years. */
export function amountsOf(survey: ColumnSurvey): Amounts | null {
  let amounts = known.get(survey)
  if (amounts === undefined) known.set(survey, (amounts = lookForAmounts(survey)))
  return amounts
}

function lookForAmounts(survey: ColumnSurvey): Amounts | null {
  const { column, counts, kinds, filled, cells } = survey
  const possible = cells[AMOUNT]! + cells[DIGITS]!
  if (filled === 0 || possible < filled * READABLE || cells[ZERO_DIGITS]! > filled * CODES) return null
  if (cells[AMOUNT]! === 0) return null
  const every = Math.max(1, Math.ceil(kinds.length / MOST_READ))
  const { mark } = markEvidence(column, every)
  let read = 0
  let unread = 0
  let canonical = true
  for (let code = BLANK + 1; code < kinds.length; code += every) {
    if (kinds[code] !== AMOUNT) continue
    const text = column.dictionary.text(code)
    const reading = readNumber(text)
    const number = reading === null ? null : decidedNumber(reading, mark)
    if (number === null) unread += counts[code]!
    else read += counts[code]!
    if (number !== text) canonical = false
  }
  const lost = read + unread === 0 ? 0 : Math.round((cells[AMOUNT]! * unread) / (read + unread))
  const asAmounts = cells[AMOUNT]! - lost
  const unreadable = cells[TEXT]! + cells[SCIENTIFIC]! + cells[ZERO_DIGITS]! + lost
  if (filled - unreadable < filled * READABLE) return null
  const named = AMOUNT_NAME.test(folded(column.name).replaceAll('_', ' '))
  if (asAmounts === 0 || (asAmounts < filled * WRITTEN_AS_AMOUNTS && !named)) return null
  return { filled, unreadable, sampled: every > 1 && lost > 0, canonical: canonical && unreadable === 0 }
}
