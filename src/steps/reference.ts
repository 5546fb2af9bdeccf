import * as v from 'valibot'
import { dayWords } from '../i18n/day-words.ts'
import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { BUILT_IN_IDS, BUILT_IN_TABLES, builtInTable } from '../nomenclature/built-in-tables.ts'
import { findPlan } from '../nomenclature/known-plans.ts'
import { loadPlan } from '../nomenclature/load-plan.ts'
import { PLAN_PARTS } from '../nomenclature/plan.ts'
import { planName } from '../nomenclature/plan-name.ts'
import { planTable } from '../nomenclature/reference-table.ts'
import { Problem } from '../problem/problem.ts'
import type { Table } from '../table/table.ts'
import type { StepContext } from './step-context.ts'

const columnName = v.pipe(v.string(), v.nonEmpty())

/** A number, or a text so that a recipe's parameter can give it: `{annee}`. */
const yearSchema = v.union([v.pipe(v.number(), v.integer()), v.pipe(v.string(), v.nonEmpty())])

/** Which version of a reference counts: that of one year or day, or for each row that of the year or day in a column of the table. */
const validAtSchema = v.union([v.strictObject({ year: yearSchema }), v.strictObject({ column: columnName })])

/** A reference table: another sheet of the workbook, one part of a nomenclature that Tamis carries, for a year, or a small table that it carries. */
export const referenceSchema = v.union([
  v.pipe(
    v.strictObject({
      sheet: v.pipe(v.string(), v.nonEmpty()),
      validAt: v.optional(validAtSchema),
      /** Columns of the sheet that say from when and until when a row holds: years, months or days. */
      from: v.optional(columnName),
      to: v.optional(columnName),
    }),
    v.check(({ validAt, from, to }) => (validAt === undefined) === (from === undefined && to === undefined)),
  ),
  v.strictObject({
    plan: v.pipe(v.string(), v.nonEmpty()),
    year: yearSchema,
    part: v.picklist(PLAN_PARTS),
    /** The column that says the year of each row; `year` is for the rows where it says none. */
    validAt: v.optional(v.strictObject({ column: columnName })),
  }),
  v.strictObject({
    table: v.picklist(BUILT_IN_IDS),
    /** That of the table when the step was made, so that a newer one is noticed. */
    date: v.optional(v.pipe(v.string(), v.nonEmpty())),
  }),
])
export type Reference = v.InferOutput<typeof referenceSchema>

/** The column of the table that says which version of the reference holds, if one does. */
export const versionColumn = (reference: Reference): string[] =>
  'validAt' in reference && reference.validAt !== undefined && 'column' in reference.validAt
    ? [reference.validAt.column]
    : []

/** The same reference after columns of the table were renamed. */
export function versionRenamed(reference: Reference, rename: (name: string) => string): Reference {
  const [column] = versionColumn(reference)
  if (column === undefined || 'table' in reference) return reference
  const validAt = { column: rename(column) }
  return 'plan' in reference ? { ...reference, validAt } : { ...reference, validAt }
}

/**
 * The reference table, and what the person should know about it: that another year than the one asked for stands in.
 * Throws Problem `unknown-nomenclature`, and what `StepContext.sheet` throws.
 */
export async function referenceTableOf(
  reference: Reference,
  context: StepContext,
): Promise<{ table: Table; remarks: Localized[] }> {
  if ('sheet' in reference) return { table: await context.sheet(reference.sheet), remarks: [] }
  if ('table' in reference)
    return { table: await builtInTable(reference.table), remarks: aboutTable(reference) }
  const known = findPlan(reference.plan)
  const year = Number(reference.year)
  if (known === undefined || !Number.isInteger(year)) {
    throw new Problem('unknown-nomenclature', { name: `${reference.plan} ${reference.year}`, known: [] })
  }
  const plan = await loadPlan(known.norm, known.variant, year)
  const table = planTable(plan, reference.part)
  if (plan.year === year) return { table, remarks: [] }
  return {
    table,
    remarks: [
      {
        fr: `La nomenclature de ${year} n’est pas connue\u00a0: celle de ${plan.year} l’a remplacée.`,
        en: `The nomenclature of ${year} is not known: that of ${plan.year} was used.`,
      },
    ],
  }
}

/** Where the facts of a table come from, as those who publish them ask to be told, and whether they are still those of the recipe. */
function aboutTable({ table, date }: Extract<Reference, { table: string }>): Localized[] {
  const card = BUILT_IN_TABLES[table]
  if (card.date === '') return []
  const [name, english] = [fr.name(card.name.fr), en.name(card.name.en)]
  const source = {
    fr: `Source de la table ${name}\u00a0: ${card.source.fr}, ${dayWords.fr(card.date)}, ${card.licence.fr}.`,
    en: `Source of the table ${english}: ${card.source.en}, ${dayWords.en(card.date)}, ${card.licence.en}.`,
  }
  if (date === undefined || date === card.date) return [source]
  return [
    {
      fr: `L’étape a été faite avec la table ${name} du ${dayWords.fr(date)}\u202f; celle de ce Tamis est du ${dayWords.fr(card.date)}.`,
      en: `The step was made with the table ${english} of ${dayWords.en(date)}; that of this Tamis is of ${dayWords.en(card.date)}.`,
    },
    source,
  ]
}

/** The reference table's name in a sentence: « la feuille “Services”, valable en 2023 », "the nomenclature M14, … (2022)". */
export const referenceWords: Localized<(reference: Reference) => string> = {
  fr: (reference) => {
    if ('table' in reference) return `la table ${fr.name(BUILT_IN_TABLES[reference.table].name.fr)}`
    const [column] = versionColumn(reference)
    if ('plan' in reference)
      return `la nomenclature ${nameOf(reference.plan).fr} ${column === undefined ? `(${reference.year})` : `de l’année de ${fr.name(column)}`}`
    const year = fixedYear(reference)
    return (
      `la feuille ${fr.name(reference.sheet)}` +
      (year === null ? '' : `, valable en ${year}`) +
      (column === undefined ? '' : `, à la date de ${fr.name(column)}`)
    )
  },
  en: (reference) => {
    if ('table' in reference) return `the table ${en.name(BUILT_IN_TABLES[reference.table].name.en)}`
    const [column] = versionColumn(reference)
    if ('plan' in reference)
      return `the nomenclature ${nameOf(reference.plan).en} ${column === undefined ? `(${reference.year})` : `of the year in ${en.name(column)}`}`
    const year = fixedYear(reference)
    return (
      `the sheet ${en.name(reference.sheet)}` +
      (year === null ? '' : `, as valid in ${year}`) +
      (column === undefined ? '' : `, as of the date in ${en.name(column)}`)
    )
  },
}

const fixedYear = ({ validAt }: Extract<Reference, { sheet: string }>): string | number | null =>
  validAt !== undefined && 'year' in validAt ? validAt.year : null

function nameOf(plan: string): Localized {
  const known = findPlan(plan)
  return known === undefined ? { fr: plan, en: plan } : planName(known.norm, known.variant)
}
