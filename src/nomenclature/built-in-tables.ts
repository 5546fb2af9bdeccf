import type { Localized } from '../i18n/messages.ts'
import { tableFromRows, type Table } from '../table/table.ts'

/** A small reference table that Tamis carries, with what a person must know to trust it. */
export interface BuiltInTable {
  readonly name: Localized
  /** Who publishes the facts. */
  readonly source: Localized
  /** Year or day from which they hold. */
  readonly date: string
  readonly licence: Localized
  /** Columns, `code` and `libelle` first; French, as the facts are. */
  readonly columns: readonly string[]
}

const OPEN_LICENCE = { fr: 'Licence Ouverte 2.0', en: 'Open Licence 2.0' }
const INSEE = {
  fr: 'Insee, code officiel géographique',
  en: 'Insee, official geographical code',
}

export const BUILT_IN_IDS = ['departments', 'regions', 'months'] as const
export type BuiltInId = (typeof BUILT_IN_IDS)[number]

export const BUILT_IN_TABLES: Readonly<Record<BuiltInId, BuiltInTable>> = {
  departments: {
    name: { fr: 'Départements', en: 'Departments of France' },
    source: INSEE,
    date: '2026-01-01',
    licence: OPEN_LICENCE,
    columns: ['code', 'libelle', 'code_region'],
  },
  regions: {
    name: { fr: 'Régions', en: 'Regions of France' },
    source: INSEE,
    date: '2026-01-01',
    licence: OPEN_LICENCE,
    columns: ['code', 'libelle'],
  },
  months: {
    name: { fr: 'Mois de l’année', en: 'Months of the year' },
    source: { fr: 'calendrier', en: 'the calendar' },
    date: '',
    licence: { fr: 'sans objet', en: 'not applicable' },
    columns: ['code', 'libelle'],
  },
}

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'

/** The rows of a small reference table, loaded when they are first asked for. */
export async function builtInTable(id: BuiltInId): Promise<Table> {
  const { columns } = BUILT_IN_TABLES[id]
  if (id === 'months') {
    const rows = MONTHS.split(' ').map((name, index) => [String(index + 1).padStart(2, '0'), name])
    return tableFromRows(columns, rows)
  }
  const { default: places } = await import('./places.json')
  return tableFromRows(columns, places[id])
}
