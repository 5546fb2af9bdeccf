import { findingText, type SaidTotal } from '../i18n/findings.ts'
import { markEvidence } from '../steps/decimal-mark.ts'
import { folded } from '../steps/folded.ts'
import { decidedNumber, readNumber, type DecimalMark } from '../steps/read-number.ts'
import { cellText, countCodes, type Column } from '../table/column.ts'
import { DecimalSum } from '../table/decimal-sum.ts'
import { BLANK } from '../table/dictionary.ts'
import type { Table } from '../table/table.ts'
import type { Finder } from './finder.ts'
import type { Finding } from './finding.ts'
import { proofRows } from './proof-rows.ts'

/** A total stands among the last rows. */
const LAST_ROWS = 10
/** Says nothing but that it is a total. */
const TOTAL =
  /^(?:grand[ -]|sous[ -]?|sub-?)?tota(?:l|ux)(?: general| generaux| annee| exercice)?(?: \d{4})?[ .:]*$/
/** Begins like a total but may be a name: the amounts must prove it. */
const PERHAPS_TOTAL = /^(?:grand[ -]|sous[ -]?|sub-?)?tota(?:l|ux)\b|^somme\b/
/** More rows with the same text are a category, not totals. */
const MOST_TOTALS = 20

/** Lines of totals at the bottom, with their amounts beside the sums of the rows above. */
export const totalLines: Finder = (table) => {
  const found = new Map<string, Finding>()
  for (let row = table.rowCount - 1; row >= Math.max(1, table.rowCount - LAST_ROWS); row--) {
    const label = table.columns.find((column) => column.codes[row] !== BLANK)
    if (label === undefined || label.type !== 'text') continue
    const text = cellText(label, row)
    const key = `${label.name}\n${text}`
    const finding = found.has(key) ? null : totalLine(table, row, label, text)
    if (finding !== null) found.set(key, finding)
  }
  return [...found.values()]
}

function totalLine(table: Table, row: number, label: Column, text: string): Finding | null {
  const plain = folded(text)
  if (!PERHAPS_TOTAL.test(plain)) return null
  const lines = countCodes(label)[label.codes[row]!]!
  if (lines > MOST_TOTALS) return null
  const rows = proofRows([{ column: label, shows: (code) => code === label.codes[row] }])
  const totals = table.columns
    .filter((column) => column !== label)
    .flatMap((column) => totalOf(column, row, rows))
  const near = totals.filter(isNear)
  if (TOTAL.test(plain) ? totals.length === 0 : near.length === 0) return null
  const [shown] = near.length > 0 ? near : totals
  return {
    code: 'total-line',
    severity: 'look',
    text: findingText((said) => said.totalLine(text, lines)),
    ...(shown === undefined
      ? {}
      : {
          evidence: findingText((said) =>
            isEqual(shown)
              ? said.equalsSum(shown) + (near.length > 1 ? ` ${said.alsoEqual(near.length - 1)}` : '')
              : said.differsFromSum(shown),
          ),
        }),
    column: label.name,
    rows,
    proposal: { step: 'remove-rows', params: { where: { column: label.name, in: [text] } } },
  }
}

/** What a total line says in a column of amounts, with the sum of the rows above that are no totals; nothing if it says no number. */
function totalOf(column: Column, row: number, totalRows: readonly number[]): SaidTotal[] {
  if (column.type !== 'number' && column.type !== 'text') return []
  const { dictionary } = column
  const code = column.codes[row]!
  if (code === BLANK || dictionary.isUnconverted(code)) return []
  const isNumber = column.type === 'number'
  if (!isNumber && readNumber(dictionary.text(code)) === null) return []
  const mark = isNumber ? null : markEvidence(column).mark
  const numberOf = (entry: number) => entryNumber(column, entry, mark)
  const said = numberOf(code)
  if (said === null) return []
  const before = totalRows.filter((other) => other < row)
  const section = (before.at(-1) ?? -1) + 1
  const sums = [
    sumOfRows(column, 0, row, before, numberOf),
    ...(section === 0 ? [] : [sumOfRows(column, section, row, [], numberOf)]),
  ].flatMap((sum) => (sum === null ? [] : [{ column: column.name, said, ...sum }]))
  const nearest = sums.find(isNear) ?? sums[0]
  return nearest === undefined ? [] : [nearest]
}

/** Sum of a column from one row to another (excluded), without the rows `except`; `null` when there is nothing to add. */
function sumOfRows(
  column: Column,
  from: number,
  to: number,
  except: readonly number[],
  numberOf: (code: number) => string | null,
): { sum: string; above: number } | null {
  const counts = new Uint32Array(column.dictionary.size)
  for (let row = from; row < to; row++) counts[column.codes[row]!]!++
  for (const row of except) counts[column.codes[row]!]!--
  const sum = new DecimalSum()
  let added = false
  for (let code = BLANK + 1; code < counts.length; code++) {
    const number = counts[code] === 0 ? null : numberOf(code)
    if (number === null) continue
    sum.add(number, counts[code])
    added = true
  }
  return added ? { sum: sum.toString(), above: to - from - except.length } : null
}

function entryNumber({ dictionary, type }: Column, code: number, mark: DecimalMark | null): string | null {
  if (dictionary.isUnconverted(code)) return null
  const text = dictionary.text(code)
  if (type === 'number') return text
  const reading = readNumber(text)
  return reading === null ? null : decidedNumber(reading, mark)
}

const isEqual = ({ said, sum }: SaidTotal): boolean => difference(said, sum) === 0

/** Whether they differ by no more than roundings do: half a unit, or a thousandth. */
const isNear = ({ said, sum }: SaidTotal): boolean =>
  Number(sum) !== 0 && difference(said, sum) <= Math.max(0.5, Math.abs(Number(sum)) / 1000)

/** How far two decimals are apart, taken exactly before it is rounded. */
function difference(a: string, b: string): number {
  const apart = new DecimalSum()
  apart.add(a)
  apart.add(b, -1)
  return Math.abs(Number(apart.toString()))
}
