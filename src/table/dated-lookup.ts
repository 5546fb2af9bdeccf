import { cellText, type Column } from './column.ts'
import { BLANK } from './dictionary.ts'
import type { Lookup } from './lookup.ts'
import { periodOf, type Period } from './period.ts'
import { columnNamed, type Table } from './table.ts'

interface Dated {
  /** Columns of the first and of the last day of validity, years or days; a blank is no limit. At least one of them. */
  from: string | undefined
  to: string | undefined
  /** When an entry asks; `null` when it cannot be told, and then nothing is found. */
  periodOfEntry(entry: number): Period | null
}

/** A row of a reference table and the days that it holds for. */
interface DatedRow {
  row: number
  from: number
  to: number
}

/**
 * Prepares a table whose rows hold for a time for looking up by a key column: an entry finds the rows that hold at some moment of its
 * period. Without a last day, a row holds until the next one of its key begins. `unread` counts the rows whose validity cannot be
 * read; they answer nothing. Throws Problem `missing-column`.
 */
export function datedLookupIn(
  table: Table,
  key: string,
  taken: readonly string[],
  { from, to, periodOfEntry }: Dated,
): { lookup: Lookup; unread: number } {
  const { rows, unread } = datedRows(table, columnNamed(table, key), from, to)
  const columns = taken.map((name) => columnNamed(table, name))
  const answers = columns.map((column) => ({ column, codes: [] as number[] }))
  const ambiguous: number[] = []
  const numbers = new Map<string, number | undefined>()

  const found = (code: string, period: Period): number | undefined => {
    const valid = (rows.get(code) ?? []).filter((one) => one.from <= period.to && period.from <= one.to)
    if (valid.length === 0) return undefined
    const number = ambiguous.push(0) - 1
    columns.forEach((column, index) => {
      const codes = valid
        .map(({ row }) => column.codes[row]!)
        .filter((one) => !column.dictionary.isEmpty(one))
      answers[index]!.codes[number] = codes[0] ?? BLANK
      if (codes.some((one) => one !== codes[0])) ambiguous[number] = 1
    })
    return number
  }

  return {
    lookup: {
      find: (text, entry) => {
        const period = entry === undefined ? null : periodOfEntry(entry)
        if (period === null) return undefined
        const code = text.trim()
        const asked = `${period.from} ${period.to} ${code}`
        if (!numbers.has(asked)) numbers.set(asked, found(code, period))
        return numbers.get(asked)
      },
      answers,
      ambiguous,
    },
    unread,
  }
}

function datedRows(
  table: Table,
  keys: Column,
  from: string | undefined,
  to: string | undefined,
): { rows: ReadonlyMap<string, readonly DatedRow[]>; unread: number } {
  const first = from === undefined ? null : columnNamed(table, from)
  const last = to === undefined ? null : columnNamed(table, to)
  const rows = new Map<string, DatedRow[]>()
  let unread = 0
  for (let row = 0; row < table.rowCount; row++) {
    const code = cellText(keys, row).trim()
    if (code === '') continue
    const begins = first === null ? '' : cellText(first, row).trim()
    const ends = last === null ? '' : cellText(last, row).trim()
    const [start, end] = [periodOf(begins), periodOf(ends)]
    if ((begins !== '' && start === null) || (ends !== '' && end === null)) {
      unread++
      continue
    }
    const dated = { row, from: start?.from ?? -Infinity, to: end?.to ?? Infinity }
    const known = rows.get(code)
    if (known === undefined) rows.set(code, [dated])
    else known.push(dated)
  }
  if (last === null) for (const ofCode of rows.values()) endAtNext(ofCode)
  return { rows, unread }
}

/** Rows of one key, each made to end just before the next one begins. */
function endAtNext(rows: DatedRow[]): void {
  if (rows.length < 2) return
  const starts = [...new Set(rows.map(({ from }) => from))].sort((a, b) => a - b)
  const next = new Map(starts.map((start, index) => [start, starts[index + 1] ?? Infinity]))
  for (const one of rows) one.to = next.get(one.from)! - 1
}
