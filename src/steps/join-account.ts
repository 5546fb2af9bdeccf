import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { cellText, type Column } from '../table/column.ts'
import { columnTotal } from '../table/decimal-sum.ts'
import { NO_VALUE, type KeyPair, type MatchedRows } from '../table/match-rows.ts'
import { mostFrequent } from '../table/most-frequent.ts'
import type { Table } from '../table/table.ts'
import type { Failure } from './outcome.ts'

/** What matching rows with another sheet found. */
interface JoinAccount {
  /** Rows that find nothing, by their values. */
  unmatched: Failure | null
  /** Rows that find several rows of which the taken columns differ, by their values. */
  ambiguous: Failure | null
  remarks: Localized[]
}

interface Joined {
  /** Name of the other sheet. */
  sheet: string
  /** Columns of the other table that are taken. */
  taken: readonly Column[]
  keep: 'all' | 'matched' | 'unmatched'
}

const MOST_VALUES = 200
const EXAMPLES = 5

/** Counts what was found and not found, on both sides. */
export function joinAccount(
  matched: MatchedRows,
  pairs: readonly KeyPair[],
  { sheet, taken, keep }: Joined,
): JoinAccount {
  const { numbers, rows, starts } = matched
  const count = starts.length - 1
  const own = new Uint32Array(count)
  const firstOwn = new Uint32Array(count)
  let withoutValue = 0
  for (let row = numbers.length - 1; row >= 0; row--) {
    const number = numbers[row]!
    if (number === NO_VALUE) withoutValue++
    else {
      own[number]!++
      firstOwn[number] = row
    }
  }
  const others = (number: number): number => starts[number + 1]! - starts[number]!
  const unmatched = own.map((cells, number) => (others(number) === 0 ? cells : 0))
  const differs = (number: number): boolean => {
    const first = rows[starts[number]!]!
    for (let at = starts[number]! + 1; at < starts[number + 1]!; at++)
      if (taken.some(({ codes }) => codes[rows[at]!] !== codes[first])) return true
    return false
  }
  const ambiguous = own.map((cells, number) =>
    cells > 0 && taken.length > 0 && others(number) > 1 && differs(number) ? cells : 0,
  )
  const unused = own.map((cells, number) => (cells === 0 ? others(number) : 0))
  const ownKeys = pairs.map(([key]) => key)
  const otherKeys = pairs.map(([, key]) => key)
  const found = numbers.length - withoutValue - sumOf(unmatched)
  const column = ownKeys.map(({ name }) => name).join(' + ')
  const failure = (code: Failure['code'], counts: Uint32Array): Failure | null =>
    failureOf(code, column, counts, (number) => keyText(ownKeys, firstOwn[number]!))
  const unusedText = (number: number): string => keyText(otherKeys, rows[starts[number]!]!)
  return {
    unmatched: failure('no-match', unmatched),
    ambiguous: failure('ambiguous', ambiguous),
    remarks: [
      ...foundRemark(found, numbers.length, sheet),
      ...blankRemark(withoutValue, column, keep),
      ...unusedRemark(unused, unusedText, sheet),
    ],
  }
}

const sumOf = (counts: Uint32Array): number => counts.reduce((sum, cells) => sum + cells, 0)

const keyText = (keys: readonly Column[], row: number): string =>
  keys.map((key) => cellText(key, row)).join(' · ')

function failureOf(
  code: Failure['code'],
  column: string,
  counts: Uint32Array,
  textOf: (number: number) => string,
): Failure | null {
  const cells = sumOf(counts)
  if (cells === 0) return null
  const values = mostFrequent(counts, MOST_VALUES).map((number) => ({
    text: textOf(number),
    cells: counts[number]!,
  }))
  return { code, column, cells, values, distinct: counts.filter((own) => own > 0).length }
}

function foundRemark(found: number, all: number, sheet: string): Localized[] {
  return [
    {
      fr: `${fr.count(found, 'ligne', 'lignes')} sur ${fr.number(all)} ${found < 2 ? 'est' : 'sont'} dans la feuille ${fr.name(sheet)}.`,
      en: `${en.count(found, 'row', 'rows')} of ${en.number(all)} ${found === 1 ? 'is' : 'are'} in the sheet ${en.name(sheet)}.`,
    },
  ]
}

function blankRemark(rows: number, column: string, keep: Joined['keep']): Localized[] {
  if (rows === 0) return []
  const gone = keep === 'matched'
  return [
    {
      fr: `${fr.count(rows, 'ligne n’a', 'lignes n’ont')} rien dans ${fr.name(column)}\u00a0: ${gone ? 'retirée' : 'gardée'}${rows < 2 ? '' : 's'}, sans rien chercher.`,
      en: `${en.count(rows, 'row has', 'rows have')} nothing in ${en.name(column)}: ${gone ? 'left out' : 'kept'}, with nothing looked for.`,
    },
  ]
}

function unusedRemark(unused: Uint32Array, textOf: (number: number) => string, sheet: string): Localized[] {
  const rows = sumOf(unused)
  if (rows === 0) return []
  const examples = mostFrequent(unused, EXAMPLES).map(textOf)
  const more = unused.filter((cells) => cells > 0).length > examples.length
  const list = examples.join(', ') + (more ? '…' : '')
  return [
    {
      fr: `${fr.count(rows, 'ligne', 'lignes')} de la feuille ${fr.name(sheet)} ${rows < 2 ? 'ne correspond' : 'ne correspondent'} à aucune d’ici\u00a0: ${list}`,
      en: `${en.count(rows, 'row', 'rows')} of the sheet ${en.name(sheet)} ${rows === 1 ? 'matches' : 'match'} none here: ${list}`,
    },
  ]
}

/** What repeating rows does to the totals of the table: whoever adds up has to know. */
export function repeatedTotals(before: Table, kept: Table, rows: number): Localized[] {
  if (rows <= before.rowCount) return []
  return before.columns.flatMap((column, index) => {
    const [was, is] = [columnTotal(column), columnTotal(kept.columns[index]!)]
    if (was === null || is === null || was === is) return []
    return [
      {
        fr: `Des lignes sont répétées\u00a0: le total de ${fr.name(column.name)} passe de ${fr.decimal(was)} à ${fr.decimal(is)}.`,
        en: `Rows are repeated: the total of ${en.name(column.name)} goes from ${en.decimal(was)} to ${en.decimal(is)}.`,
      },
    ]
  })
}
