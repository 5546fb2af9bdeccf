import type { Reference } from '../../../steps/reference.ts'
import { references } from '../../references.svelte.ts'
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

/** Names of the columns of a reference table; none while it is not chosen or not known yet (`references.ask`). */
export function referenceColumns(
  reference: Partial<Reference> | undefined,
  workbook: Workbook,
): readonly string[] {
  if (reference === undefined) return []
  if ('sheet' in reference)
    return (
      workbook.view.sheets.find(({ name }) => name === reference.sheet)?.columns.map(({ name }) => name) ?? []
    )
  if ('table' in reference) return references.tables.find(({ id }) => id === reference.table)?.columns ?? []
  return 'part' in reference ? (PLAN_COLUMNS[reference.part ?? ''] ?? []) : []
}
