import type { Localized } from '../i18n/messages.ts'
import { columnNamed, type Table } from '../table/table.ts'
import type { Failure } from './outcome.ts'
import type { StepContext } from './step-context.ts'
import { toNumber } from './to-number.ts'

/**
 * The table with these columns read as numbers where they are of texts, as « Convertir en nombre » reads them, with the cells that are no
 * numbers and what there is to know. Columns of numbers stay as they are.
 */
export async function readAsNumbers(
  table: Table,
  names: readonly string[],
  context: StepContext,
): Promise<{ table: Table; failures: readonly Failure[]; remarks: readonly Localized[] }> {
  const columns = [...new Set(names)].filter((name) => columnNamed(table, name).type !== 'number')
  if (columns.length === 0) return { table, failures: [], remarks: [] }
  const { table: read, outcome } = await toNumber.apply(table, { columns }, context)
  return { table: read, failures: outcome.failures, remarks: outcome.remarks }
}
