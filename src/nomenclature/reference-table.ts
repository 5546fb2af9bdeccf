import { ColumnBuilder } from '../table/column.ts'
import { tableOf, type Table } from '../table/table.ts'
import { loadPlan } from './load-plan.ts'
import { VOTES, type Plan, type PlanPart } from './plan.ts'

const SECTIONS: Readonly<Record<string, string>> = { I: 'investissement', F: 'fonctionnement' }

/** The section of a chapter as budgets are published: `investissement`, `fonctionnement`, '' if it has neither. */
export const sectionName = (section: string): string => SECTIONS[section] ?? ''

const VOTE_COLUMNS: Readonly<Record<(typeof VOTES)[number], string>> = {
  dr: 'chapitre_depense_reelle',
  rr: 'chapitre_recette_reelle',
  does: 'chapitre_depense_ordre_entre_sections',
  dois: 'chapitre_depense_ordre_interieur',
  roes: 'chapitre_recette_ordre_entre_sections',
  rois: 'chapitre_recette_ordre_interieur',
}

/**
 * One part of a plan de comptes as a table to look codes up in, columns `code` and `libelle` first. Chapters have `section`,
 * accounts the chapter where they are voted, by expense or income, real or of order. Names are French, as the facts are.
 */
export function planTable(plan: Plan, part: PlanPart): Table {
  switch (part) {
    case 'chapters':
      return textTable(['code', 'libelle', 'section'], plan.chapters, (code, { label, section }) => [
        code,
        label,
        sectionName(section),
      ])
    case 'accounts':
      return textTable(
        ['code', 'libelle', ...VOTES.map((vote) => VOTE_COLUMNS[vote])],
        plan.accounts,
        (code, account) => [code, account.label, ...VOTES.map((vote) => account[vote])],
      )
    case 'functions':
      return textTable(['code', 'libelle'], plan.functions, (code, label) => [code, label])
  }
}

/** The same from the nomenclatures that Tamis carries; see `loadPlan` for the year. Throws Problem `unknown-nomenclature`. */
export async function referenceTable(
  norm: string,
  variant: string,
  year: number,
  part: PlanPart,
): Promise<Table> {
  return planTable(await loadPlan(norm, variant, year), part)
}

function textTable<T>(
  names: readonly string[],
  rows: ReadonlyMap<string, T>,
  cells: (code: string, row: T) => readonly string[],
): Table {
  const builders = names.map(() => new ColumnBuilder())
  for (const [code, row] of rows) {
    const texts = cells(code, row)
    builders.forEach((builder, index) => builder.addText(texts[index] || null))
  }
  return tableOf(builders.map((builder, index) => builder.finish(names[index]!)))
}
