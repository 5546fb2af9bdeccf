import { findingText } from '../i18n/findings.ts'
import { profileColumn } from '../table/profile.ts'
import type { Finder } from './finder.ts'

/** Columns without a filled cell. Only for information: a data model may ask for them. */
export const emptyColumns: Finder = (table) => {
  if (table.rowCount === 0) return []
  const columns = table.columns.filter((column) => profileColumn(column).filled === 0).map(({ name }) => name)
  if (columns.length === 0) return []
  return [
    {
      code: 'empty-columns',
      severity: 'info',
      text: findingText((said) => said.emptyColumns(columns)),
      ...(columns.length === 1 ? { column: columns[0]! } : {}),
      proposal: { step: 'drop-empty-columns', params: { columns } },
    },
  ]
}
