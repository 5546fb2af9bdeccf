import * as v from 'valibot'
import type { Localized } from '../i18n/messages.ts'
import { conditionColumns, conditionSchema, renameInCondition, type Condition } from './condition.ts'
import { referenceSchema, versionColumn, versionRenamed, type Reference } from './reference.ts'
import { renameInTemplate, templateColumns } from './template.ts'

/** Which control of a form edits a parameter. */
type FieldKind =
  | 'columns' // some existing columns
  | 'column' // one existing column
  | 'names' // existing columns with their new names
  | 'order' // existing columns, in an order
  | 'text' // free text, or the name of a column to be made
  | 'template' // text in which {Colonne} stands for the row's value
  | 'integer'
  | 'number'
  | 'choice'
  | 'flag'
  | 'condition' // which rows
  | 'groups' // values and what each becomes
  | 'refused' // lists of values that are not one thing
  | 'reference' // a reference table: another sheet or a built-in nomenclature
  | 'take' // columns of the reference table and where they go
  | 'value' // one value of a column
  | 'settled' // codes, each with what a person decided about it and why
  | 'column-groups' // new columns, each with the existing ones that it gathers
  | 'sort-keys' // columns by which rows are sorted, each with its way
  | 'summaries' // new columns, each a total, a count… of a group of rows
  | 'sheet' // another sheet of the workbook
  | 'pairs' // existing columns, each with the column of the other sheet that says the same

/** A parameter of a step: one schema that validates it, types it and says how a form edits it, and which columns it names. */
export interface Field<S extends v.GenericSchema = v.GenericSchema> {
  kind: FieldKind
  schema: S
  label: Localized
  hint?: Localized
  choices?: readonly { value: string; label: Localized }[]
  /** Columns that the value names and that must exist before the step. */
  reads(value: v.InferOutput<S>): readonly string[]
  /** The value with its columns renamed. */
  renamed(value: v.InferOutput<S>, rename: (name: string) => string): v.InferOutput<S>
  /** The value when a column is missing; `null` when the step makes no sense without it. */
  without(value: v.InferOutput<S>, column: string): v.InferOutput<S> | null
}

type Fields = Readonly<Record<string, Field>>
export type { Fields }

interface Said {
  label: Localized
  hint?: Localized
}

const noColumns = { reads: () => [], renamed: <T>(value: T) => value, without: <T>(value: T) => value }

/** A column's name in a recipe. */
const columnName = v.pipe(v.string(), v.nonEmpty())

/** One or more existing columns; the step goes on without one that is missing, as long as one is left. */
export const columnsField = (said: Said) => ({
  ...said,
  kind: 'columns' as const,
  schema: v.pipe(v.array(columnName), v.minLength(1)),
  reads: (names: readonly string[]) => names,
  renamed: (names: string[], rename: (name: string) => string) => names.map(rename),
  without: (names: string[], column: string) => {
    const left = names.filter((name) => name !== column)
    return left.length === 0 ? null : left
  },
})

/** Existing columns, possibly none. */
export const someColumnsField = (said: Said) => ({
  ...columnsField(said),
  schema: v.array(columnName),
  without: (names: string[], column: string) => names.filter((name) => name !== column),
})

/** Existing columns in an order. */
export const orderField = (said: Said) => ({ ...columnsField(said), kind: 'order' as const })

/** One existing column, without which the step makes no sense. */
export const columnField = (said: Said) => ({
  ...said,
  kind: 'column' as const,
  schema: columnName,
  reads: (name: string) => [name],
  renamed: (name: string, rename: (name: string) => string) => rename(name),
  without: (name: string, column: string) => (name === column ? null : name),
})

/** Existing columns with their new names: `{ "MtRAR31112": "BGT_MTRAR3112" }`. */
export const namesField = (said: Said) => ({
  ...said,
  kind: 'names' as const,
  schema: v.pipe(
    v.record(columnName, columnName),
    v.check((names) => Object.keys(names).length > 0),
  ),
  reads: (names: Record<string, string>) => Object.keys(names),
  renamed: (names: Record<string, string>, rename: (name: string) => string) =>
    Object.fromEntries(Object.entries(names).map(([from, to]) => [rename(from), to])),
  without: (names: Record<string, string>, column: string) => {
    const left = Object.entries(names).filter(([from]) => from !== column)
    return left.length === 0 ? null : Object.fromEntries(left)
  },
})

/** A condition on rows; a step with a condition on a missing column makes no sense. */
export const conditionField = (said: Said) => ({
  ...said,
  kind: 'condition' as const,
  schema: conditionSchema,
  reads: conditionColumns,
  renamed: renameInCondition,
  without: (condition: Condition, column: string) =>
    conditionColumns(condition).includes(column) ? null : condition,
})

export const textField = (said: Said) => ({
  ...said,
  ...noColumns,
  kind: 'text' as const,
  schema: v.string(),
})

/** Name of a column that the step makes. */
export const newColumnField = (said: Said) => ({
  ...said,
  ...noColumns,
  kind: 'text' as const,
  schema: v.pipe(v.string(), v.regex(/\S/)),
})

export const integerField = (said: Said & { min: number; max: number }) => ({
  ...said,
  ...noColumns,
  kind: 'integer' as const,
  schema: v.pipe(v.number(), v.integer(), v.minValue(said.min), v.maxValue(said.max)),
})

export const flagField = (said: Said) => ({
  ...said,
  ...noColumns,
  kind: 'flag' as const,
  schema: v.boolean(),
})

export const choiceField = <const C extends readonly [string, ...string[]]>(
  said: Said & { choices: { readonly [K in C[number]]: Localized }; order: C },
) => ({
  ...said,
  ...noColumns,
  kind: 'choice' as const,
  schema: v.picklist(said.order),
  choices: said.order.map((value) => ({ value, label: said.choices[value as C[number]] })),
})

/** The same field, which a recipe may leave out. */
export function optional<S extends v.GenericSchema>(field: Field<S>): Field<v.OptionalSchema<S, undefined>> {
  return {
    ...field,
    schema: v.optional(field.schema),
    reads: (value: v.InferOutput<S> | undefined) => (value === undefined ? [] : field.reads(value)),
    renamed: (value: v.InferOutput<S> | undefined, rename: (name: string) => string) =>
      value === undefined ? undefined : field.renamed(value, rename),
    without: (value: v.InferOutput<S> | undefined, column: string) =>
      value === undefined ? undefined : field.without(value, column),
  }
}

/** Which rows a value step works on; all of them when left out. */
export const whereField = optional(
  conditionField({ label: { fr: 'Seulement les lignes où', en: 'Only rows where' } }),
)

/** An existing column beside which something is put; without it the step goes on. */
export const placeField = (said: Said) => ({
  ...optional(columnField(said)),
  without: (name: string | undefined, column: string) => (name === column ? undefined : name),
})

/** Text in which `{Colonne}` stands for the row's value; makes no sense without a column that it names. */
export const templateField = (said: Said) => ({
  ...said,
  kind: 'template' as const,
  schema: v.string(),
  reads: templateColumns,
  renamed: renameInTemplate,
  without: (template: string, column: string) =>
    templateColumns(template).includes(column) ? null : template,
})

/** A reference table to look codes up in; the column that says which version of it holds may be one of the table. */
export const referenceField = (said: Said) => ({
  ...said,
  kind: 'reference' as const,
  schema: referenceSchema,
  reads: (reference: Reference) => versionColumn(reference),
  renamed: (reference: Reference, rename: (name: string) => string) => versionRenamed(reference, rename),
  without: (reference: Reference, column: string) =>
    versionColumn(reference).includes(column) ? null : reference,
})

/**
 * Columns of the reference table with the column of the table where each goes, an existing or a new one:
 * `{ "libelle": "BGT_NATURE_LABEL" }`.
 */
export const takeField = (said: Said) => ({
  ...said,
  ...noColumns,
  kind: 'take' as const,
  schema: v.pipe(
    v.record(columnName, v.pipe(v.string(), v.regex(/\S/))),
    v.check((take) => Object.keys(take).length > 0),
    v.check((take) => new Set(Object.values(take)).size === Object.keys(take).length),
  ),
  renamed: (take: Record<string, string>, rename: (name: string) => string) =>
    Object.fromEntries(Object.entries(take).map(([from, to]) => [from, rename(to)])),
})

/** New columns, each with the columns whose values it takes in turn; `null` for one that is missing. All lists have one length. */
export const columnGroupsField = (said: Said) => ({
  ...said,
  kind: 'column-groups' as const,
  schema: v.pipe(
    v.array(v.strictObject({ name: columnName, columns: v.array(v.nullable(columnName)) })),
    v.minLength(1),
    v.check((groups) => groups.every(({ columns }) => columns.length === groups[0]!.columns.length)),
    v.check((groups) => groups.every(({ columns }) => columns.some((column) => column !== null))),
  ),
  reads: (groups: ColumnGroup[]) =>
    groups.flatMap(({ columns }) => columns.filter((column) => column !== null)),
  renamed: (groups: ColumnGroup[], rename: (name: string) => string) =>
    groups.map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => (column === null ? null : rename(column))),
    })),
  without: (groups: ColumnGroup[], missing: string) => {
    const left = groups
      .map(({ name, columns }) => ({
        name,
        columns: columns.map((column) => (column === missing ? null : column)),
      }))
      .filter(({ columns }) => columns.some((column) => column !== null))
    return left.length === 0 ? null : left
  },
})

export interface ColumnGroup {
  name: string
  columns: (string | null)[]
}
