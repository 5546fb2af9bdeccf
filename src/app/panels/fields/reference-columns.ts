import type { Reference } from '../../../steps/reference.ts'
import type { Workbook } from '../../workbook.svelte.ts'

/** Columns of a part of a built-in nomenclature, as the step finds them (codes first). */
const PLAN_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  chapters: ['code', 'libelle', 'section'],
  accounts: [
    'code',
    'libelle',
    'chapitre_depense_reelle',
    'chapitre_recette_reelle',
    'chapitre_depense_ordre_entre_sections',
    'chapitre_depense_ordre_interieur',
    'chapitre_recette_ordre_entre_sections',
    'chapitre_recette_ordre_interieur',
  ],
  functions: ['code', 'libelle'],
}

/** Columns of the small tables that Tamis carries. */
const SMALL_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  departments: ['code', 'libelle', 'code_region'],
  regions: ['code', 'libelle'],
  months: ['code', 'libelle'],
}

/** Names of the columns of a reference table; none while it is not chosen. */
export function referenceColumns(
  reference: Partial<Reference> | undefined,
  workbook: Workbook,
): readonly string[] {
  if (reference === undefined) return []
  if ('sheet' in reference)
    return (
      workbook.view.sheets.find(({ name }) => name === reference.sheet)?.columns.map(({ name }) => name) ?? []
    )
  if ('table' in reference) return SMALL_COLUMNS[reference.table ?? ''] ?? []
  return 'part' in reference ? (PLAN_COLUMNS[reference.part ?? ''] ?? []) : []
}
