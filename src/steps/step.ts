import * as v from 'valibot'
import type { Language, Localized } from '../i18n/messages.ts'
import type { Table } from '../table/table.ts'
import type { Field, Fields } from './fields.ts'
import type { Applied } from './outcome.ts'
import type { StepContext } from './step-context.ts'

/** Parameters of a step as a recipe holds them, already validated by its schema. */
export type Params = Readonly<Record<string, unknown>>

/** A value that a replay meets and that the step's parameters did not know, with the known one nearest to it if there is one. */
export interface NewValue {
  column: string
  value: string
  cells: number
  near?: string
  /** Only on rows with these values, in the columns that the step lists under the same name. */
  within?: readonly string[]
  /** From 0 to 1, where the method says how sure it is. */
  score?: number
  /** What companion columns say of the value and the known one: the same values, or none in common. */
  evidence?: readonly { column: string; says: 'same' | 'different' }[]
}

/** One kind of step: everything about it. `apply` is given only parameters that the schema accepts and columns that exist. */
export interface Step<P extends Params = Params> {
  readonly id: string
  /** Where menus put it. */
  readonly group: 'columns' | 'values' | 'codes' | 'rows' | 'shape'
  /** A verb and its object: « Convertir en nombre ». */
  readonly title: Localized
  /** One sentence for people who meet the step for the first time. */
  readonly about: Localized
  /** Other words by which people look for it, separated by spaces. */
  readonly search: Localized
  readonly fields: Fields
  readonly schema: v.GenericSchema<P>
  /** Parameters that a new form starts with, for the selected columns of a table; names that it proposes are in the person's language. */
  initial(selected: readonly string[], table: readonly string[], language: Language): Partial<P>
  /** What the step does, from its parameters alone: « Convertir 7 colonnes en nombre ». */
  readonly sentence: { fr(params: P): string; en(params: P): string }
  /** Columns that must exist. */
  reads(params: P): readonly string[]
  /** Names of sheets that the step looks things up in. */
  sheets(params: P): readonly string[]
  /** Names of the columns after the step, from those before, as far as they can be told without data. */
  columnsAfter(params: P, before: readonly string[]): readonly string[]
  /** The same step on columns of other names. */
  renamed(params: P, rename: (name: string) => string): P
  /** The same step without a column that is missing; `null` when it makes no sense without it. */
  without(params: P, column: string): P | null
  /**
   * The same step with what this table decides written out, so that the next file is read the same way; asked when the step is put into a
   * recipe. Its columns exist.
   */
  decided?(table: Table, params: P): P
  apply(table: Table, params: P, context: StepContext): Applied | Promise<Applied>
  /** On replay: values in the table that the step's parameters do not cover and perhaps should. */
  newValues?(
    table: Table,
    params: P,
    context: StepContext,
  ): readonly NewValue[] | Promise<readonly NewValue[]>
}

type ParamsOf<F extends Fields> = v.InferOutput<
  v.StrictObjectSchema<{ [K in keyof F]: F[K]['schema'] }, undefined>
>

type Declared<F extends Fields, P extends Params> = Pick<
  Step<P>,
  'id' | 'group' | 'title' | 'about' | 'sentence' | 'apply'
> &
  Partial<
    Pick<
      Step<P>,
      | 'search'
      | 'initial'
      | 'reads'
      | 'sheets'
      | 'columnsAfter'
      | 'renamed'
      | 'without'
      | 'decided'
      | 'newValues'
    >
  > & {
    fields: F
    /** A check over several parameters at once. */
    check?: (params: P) => boolean
  }

/**
 * Completes a step: its schema, and which columns it reads, come from its fields.
 * What is left out: `columnsAfter` keeps the columns, `initial` fills the first field that takes columns with the selection.
 */
export function step<F extends Fields>(
  declared: Declared<F, ParamsOf<F> & Params>,
): Step<ParamsOf<F> & Params> {
  type P = ParamsOf<F> & Params
  const { fields, check = () => true, ...rest } = declared
  const entries = Object.entries(fields)
  const shape = v.strictObject(Object.fromEntries(entries.map(([key, field]) => [key, field.schema])))
  const schema = v.pipe(
    shape,
    v.check((params) => check(params as P)),
  ) as unknown as v.GenericSchema<P>
  return {
    search: { fr: '', en: '' },
    initial: (selected) => initialOf(entries, selected) as Partial<P>,
    reads: (params) => [...new Set(entries.flatMap(([key, field]) => field.reads(params[key])))],
    sheets: () => [],
    columnsAfter: (_, before) => before,
    renamed: (params, rename) =>
      rebuilt(params, entries, (field, value) => field.renamed(value, rename)) as P,
    without: (params, column) => {
      const left = rebuilt(params, entries, (field, value) => field.without(value, column))
      return Object.values(left).includes(null) ? null : (left as P)
    },
    ...rest,
    fields,
    schema,
  }
}

type Entries = readonly (readonly [string, Field])[]

function initialOf(entries: Entries, selected: readonly string[]): Params {
  for (const [key, { kind }] of entries) {
    if (kind === 'columns') return { [key]: selected }
    if (kind === 'column') return selected[0] === undefined ? {} : { [key]: selected[0] }
  }
  return {}
}

function rebuilt(
  params: Params,
  entries: Entries,
  change: (field: Field, value: unknown) => unknown,
): Params {
  const changed: Record<string, unknown> = {}
  for (const [key, field] of entries) {
    const value = params[key]
    if (value !== undefined) changed[key] = change(field, value)
  }
  return changed
}
