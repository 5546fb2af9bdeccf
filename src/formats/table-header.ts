// How a table's column names are found is the same whatever the format; the rules live with the format that needs most of them.
export { columnNamesOf, type GivenName } from './csv/column-names.ts'
export { findHeader, type FoundHeader } from './csv/find-header.ts'
