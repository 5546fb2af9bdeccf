import type { OfficialList, References, SheetView } from '../../../workers/facade.ts'
import type { Reference } from '../../steps/reference.ts'
import { folded } from '../../steps/folded.ts'

/** A reference table with its columns, as a person chooses it. */
export interface ListSource {
  /** Its place in a list of choices. */
  id: string
  name: string
  reference: Reference
  columns: readonly string[]
}

/** The small tables of Tamis as lists. */
export const tableSources = (
  tables: References['tables'],
  say: (name: References['tables'][number]['name']) => string,
): ListSource[] =>
  tables.map(({ id, name, columns }) => ({
    id: `table ${id}`,
    name: say(name),
    reference: { table: id },
    columns,
  }))

/** The other sheets of a workbook as lists. */
export const sheetSources = (sheets: readonly SheetView[], own: string): ListSource[] =>
  sheets
    .filter(({ name }) => name !== own)
    .map(({ name, columns }) => ({
      id: `sheet ${name}`,
      name,
      reference: { sheet: name },
      columns: columns.map((column) => column.name),
    }))

const LABELS = /^(?:libell[ée]|label|nom|name|intitul[ée]|d[ée]nomination)/

/** The column of a list that most likely holds what our column should: of the same name, else the one of labels, else the first. */
export function likelyList({ reference, columns }: ListSource, own: string): OfficialList | null {
  const wanted = folded(own)
  const column =
    columns.find((name) => folded(name) === wanted) ??
    columns.find((name) => LABELS.test(folded(name))) ??
    columns[0]
  return column === undefined ? null : { reference, column }
}
