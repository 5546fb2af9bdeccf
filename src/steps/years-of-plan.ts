import type { Localized } from '../i18n/messages.ts'
import { ColumnBuilder } from '../table/column.ts'
import { columnNames, insertColumns, tableFromRows, textRows, type Table } from '../table/table.ts'
import { referenceTableOf, type Reference } from './reference.ts'
import type { StepContext } from './step-context.ts'

/** The column that says which year a row of several years of a nomenclature is of. */
export const YEAR_COLUMN = 'annee'

/** A nomenclature for some years, one below the other, and that of the last of them. Throws Problem `unknown-nomenclature`. */
export async function yearsOfPlan(
  reference: Extract<Reference, { plan: string }>,
  years: readonly number[],
  context: StepContext,
): Promise<{ versions: Table; known: Table; remarks: Localized[] }> {
  const ordered = years.length === 0 ? [Number(reference.year)] : years.toSorted((a, b) => a - b)
  const found = await Promise.all(ordered.map((year) => referenceTableOf({ ...reference, year }, context)))
  const known = found.at(-1)!.table
  const ofYear = new ColumnBuilder()
  const rows = found.flatMap(({ table }, index) =>
    textRows(table).map((row) => {
      ofYear.addText(String(ordered[index]))
      return row
    }),
  )
  return {
    versions: insertColumns(tableFromRows(columnNames(known), rows), [ofYear.finish(YEAR_COLUMN)]),
    known,
    remarks: found.flatMap(({ remarks }) => remarks),
  }
}
