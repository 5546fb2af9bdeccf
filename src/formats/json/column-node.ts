import { ColumnBuilder } from '../../table/column.ts'
import { DictionaryBuilder } from '../../table/dictionary.ts'
import { textOf, unescaped } from './unescape.ts'

/** What the cells of a column were in the file. */
type CellKind = 'text' | 'number' | 'boolean' | 'list'

/** One path within a record: its cells, and the paths below it. */
export class ColumnNode {
  name: string
  readonly below: ColumnNode[] = []
  /** Whether a null stood here: the column exists, even if it stays blank. */
  seen = false
  /** Cells that are not blank, in all and of each kind that has a type of its own. */
  filled = 0
  numbers = 0
  booleans = 0
  cells: ColumnBuilder | null = null
  /** Takes the second value where a record has two of the same name. */
  twin: ColumnNode | null = null
  #names: DictionaryBuilder | null = null
  #lastRow = -1

  constructor(name: string) {
    this.name = name
  }

  /** The node of a member, by what stands between the quotes of its name. */
  member(bytes: Uint8Array, start: number, end: number, escaped: boolean): ColumnNode {
    const names = (this.#names ??= new DictionaryBuilder())
    const own = escaped ? unescaped(bytes, start, end) : null
    const code = own === null ? names.add(bytes, start, end) : names.add(own, 0, own.length)
    if (code > this.below.length) this.below.push(new ColumnNode(textOf(bytes, start, end, escaped)))
    return this.below[code - 1]!
  }

  /** The node of an item, by its position from 0. */
  item(position: number): ColumnNode {
    while (this.below.length <= position) this.below.push(new ColumnNode(''))
    return this.below[position]!
  }

  /** Puts a text into a row (from 0); returns whether that row had one already, so that the text went to the twin. */
  add(row: number, bytes: Uint8Array, start: number, end: number, kind: CellKind): boolean {
    if (this.#lastRow === row) {
      this.twin ??= new ColumnNode(this.name)
      this.twin.add(row, bytes, start, end, kind)
      return true
    }
    this.#lastRow = row
    this.filled++
    if (kind === 'number') this.numbers++
    else if (kind === 'boolean') this.booleans++
    this.cells ??= new ColumnBuilder()
    this.cells.codes.set(row, this.cells.dictionary.add(bytes, start, end))
    return false
  }

  /** Forgets the cells, not the paths. */
  reset(): void {
    this.filled = this.numbers = this.booleans = 0
    this.cells = null
    this.#lastRow = -1
  }
}
