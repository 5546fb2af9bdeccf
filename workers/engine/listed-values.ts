import { foldedEntries } from '../../src/steps/folded-entries.ts'
import { countCodes, type Column } from '../../src/table/column.ts'
import { BLANK } from '../../src/table/dictionary.ts'
import { sortedRows } from '../../src/table/sort-rows.ts'
import type { ValuesPage, ValuesQuery, ValueSpread } from '../facade.ts'
import { valueSpread } from './value-spread.ts'

const MOST_VALUES = 1000

/** The distinct values of a column as a list that can be searched and sorted: numbers of entries alone, however many there are. */
export class ListedValues {
  readonly #column: Column
  readonly #orders = new Map<'count' | 'name', Uint32Array>()
  /** What was found last: more letters search within it. */
  #found: { sort: 'count' | 'name'; search: string; codes: Uint32Array } | null = null

  constructor(column: Column) {
    this.#column = column
  }

  page({ search = '', sort = 'count', from = 0, limit = 200 }: Omit<ValuesQuery, 'column'>): ValuesPage {
    const { dictionary } = this.#column
    const counts = countCodes(this.#column)
    const codes = this.#matching(search, sort)
    const values = Array.from(codes.subarray(from, from + Math.min(limit, MOST_VALUES)), (code) => ({
      text: dictionary.text(code),
      cells: counts[code]!,
      ...(code === BLANK ? { blank: true as const } : {}),
      ...(dictionary.isUnconverted(code) ? { unconverted: true as const } : {}),
    }))
    return { total: codes.length, values }
  }

  spread(): ValueSpread | null {
    return valueSpread(this.#column, this.#order('name'))
  }

  #matching(search: string, sort: 'count' | 'name'): Uint32Array {
    const found = this.#found
    if (found !== null && found.sort === sort && found.search === search) return found.codes
    const within =
      found !== null && found.sort === sort && found.search !== '' && search.startsWith(found.search)
        ? found.codes
        : this.#order(sort)
    const codes =
      search === '' ? within : within.filter(foldedEntries(this.#column.dictionary, search, 'anywhere'))
    this.#found = { sort, search, codes }
    return codes
  }

  #order(sort: 'count' | 'name'): Uint32Array {
    const known = this.#orders.get(sort)
    if (known !== undefined) return known
    const order = sort === 'count' ? byCount(countCodes(this.#column)) : byName(this.#column)
    this.#orders.set(sort, order)
    return order
  }
}

/** Entries that some cell holds, most frequent first, those of one count in their order. */
function byCount(counts: Uint32Array): Uint32Array {
  let most = 0
  for (const cells of counts) if (cells > most) most = cells
  const next = new Uint32Array(most + 2)
  for (const cells of counts) if (cells > 0) next[most - cells + 1]!++
  for (let at = 0; at <= most; at++) next[at + 1]! += next[at]!
  const order = new Uint32Array(next[most]!)
  for (let code = 0; code < counts.length; code++) {
    const cells = counts[code]!
    if (cells > 0) order[next[most - cells]!++] = code
  }
  return order
}

/** Entries that some cell holds, in the order in which sorting puts them. */
function byName(column: Column): Uint32Array {
  const counts = countCodes(column)
  const codes = Uint32Array.from({ length: column.dictionary.size }, (_, code) => code)
  const table = { columns: [{ ...column, codes }], rowCount: codes.length }
  return sortedRows(table, [{ column: column.name, texts: 'natural' }]).filter((code) => counts[code]! > 0)
}
