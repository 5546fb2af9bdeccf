import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import type { Column } from '../table/column.ts'
import { columnTotal, DecimalSum } from '../table/decimal-sum.ts'
import type { Dictionary } from '../table/dictionary.ts'
import { gather } from '../table/gather.ts'
import { columnNamed, type Table } from '../table/table.ts'
import {
  choiceField,
  columnGroupsField,
  columnsField,
  newColumnField,
  optional,
  someColumnsField,
  type ColumnGroup,
} from './fields.ts'
import { applied, type KeptTotal } from './outcome.ts'
import { step } from './step.ts'

/** The names that a form proposes. */
const PROPOSED: Localized<{ name: string; value: string }> = {
  fr: { name: 'objet', value: 'montant' },
  en: { name: 'purpose', value: 'amount' },
}

interface UnpivotParams {
  columns?: string[] | undefined
  name?: string | undefined
  value?: string | undefined
  groups?: ColumnGroup[] | undefined
  keep?: string[] | undefined
}

/**
 * Columns to rows. Either `columns` with `name` and `value`: each row becomes one row per column, `name` says which column and
 * `value` holds its cell. Or `groups` (Objet 1, Montant 1, Objet 2, Montant 2…): each row becomes one row per rank, with one
 * new column per group; `name`, if given, holds the rank. `drop` says which new rows are left out: those in which every new value is
 * blank (the default), or blank or zero. Kept columns (all others unless `keep` names them) come first and are repeated.
 */
export const unpivot = step({
  id: 'unpivot',
  group: 'shape',
  title: { fr: 'Passer des colonnes en lignes', en: 'Turn columns into rows' },
  about: {
    fr: 'Transforme un tableau large (une colonne par aide, par année…) en tableau long\u00a0: une ligne par valeur, sans rien perdre des montants.',
    en: 'Turns a wide table (a column for each grant, each year…) into a long one: a row for each value, with all amounts kept.',
  },
  search: {
    fr: 'tourner pivoter empiler colonnes lignes large long dépivoter transposer tableau croisé subventions bénéficiaires',
    en: 'columns rows wide long unpivot melt transpose fold gather grants beneficiaries',
  },
  fields: {
    columns: optional(
      columnsField({
        label: { fr: 'Colonnes à passer en lignes', en: 'Columns to turn into rows' },
        hint: {
          fr: 'Celles qui contiennent le même genre de valeur, par exemple un montant par aide.',
          en: 'Those that hold the same kind of value, for example an amount for each grant.',
        },
      }),
    ),
    name: optional(
      newColumnField({
        label: {
          fr: 'Nouvelle colonne pour les noms des colonnes',
          en: 'New column for the names of the columns',
        },
        hint: {
          fr: 'Par exemple «\u00a0objet\u00a0»\u00a0: chaque ligne dira de quelle colonne elle vient.',
          en: 'For example “purpose”: each row will say which column it comes from.',
        },
      }),
    ),
    value: optional(
      newColumnField({
        label: { fr: 'Nouvelle colonne pour les valeurs', en: 'New column for the values' },
        hint: { fr: 'Par exemple «\u00a0montant\u00a0».', en: 'For example “amount”.' },
      }),
    ),
    groups: optional(
      columnGroupsField({
        label: { fr: 'Colonnes qui se répètent', en: 'Columns that repeat' },
        hint: {
          fr: 'Pour des colonnes numérotées comme Objet 1, Montant 1, Objet 2, Montant 2\u00a0: une nouvelle colonne par genre.',
          en: 'For numbered columns such as Purpose 1, Amount 1, Purpose 2, Amount 2: a new column for each kind.',
        },
      }),
    ),
    keep: optional(
      someColumnsField({
        label: { fr: 'Colonnes à répéter sur chaque ligne', en: 'Columns to repeat in each row' },
        hint: {
          fr: 'Toutes les autres si vous ne choisissez rien.',
          en: 'All others if you choose nothing.',
        },
      }),
    ),
    drop: optional(
      choiceField({
        label: { fr: 'Lignes à laisser de côté', en: 'Rows to leave out' },
        order: ['none', 'blanks', 'blanks-and-zeros'],
        choices: {
          none: { fr: 'aucune', en: 'none' },
          blanks: { fr: 'celles sans valeur', en: 'those without a value' },
          'blanks-and-zeros': { fr: 'celles sans valeur ou à zéro', en: 'those without a value or at zero' },
        },
      }),
    ),
  },
  check: ({ columns, name, value, groups }) => {
    const simple = columns !== undefined && name !== undefined && value !== undefined && groups === undefined
    const grouped = columns === undefined && value === undefined && groups !== undefined
    if (!simple && !grouped) return false
    const made = newNames({ columns, name, value, groups })
    return new Set(made).size === made.length
  },
  initial: (selected, _, language) => ({
    ...(selected.length === 0 ? {} : { columns: [...selected] }),
    ...PROPOSED[language],
  }),
  sentence: {
    fr: (params) => `Passer ${said(fr, params)} en lignes, dans ${fr.columns(newNames(params))}`,
    en: (params) => `Turn ${said(en, params)} into rows, in ${en.columns(newNames(params))}`,
  },
  columnsAfter: (params, before) => [...keptNames(params, before), ...newNames(params)],
  apply: (table, params) => {
    const { columns = [], name, value = '', groups, drop = 'blanks' } = params
    const gathered = groups?.map((group) => ({ name: group.name, from: group.columns })) ?? [
      { name: value, from: columns },
    ]
    const values = groups?.[0]?.columns.map((_, rank) => String(rank + 1)) ?? columns
    const before = table.columns.map((column) => column.name)
    const {
      table: after,
      origins,
      leftOut,
    } = gather(table, {
      keep: keptNames(params, before),
      gathered,
      ...(name === undefined ? {} : { label: { name, values } }),
      ...(drop === 'none' ? {} : { reasons: (values: Column) => whyLeftOut(values, drop) }),
    })
    const remarks = [
      ...leftOutRemarks(leftOut[EMPTY]!, leftOut[ZERO]!),
      ...vanished(table.rowCount - distinctRows(origins)),
      ...gathered.flatMap((source) => mixedTypes(table, source)),
    ]
    const totals = gathered.flatMap((source) => keptTotal(table, after, source))
    return applied(table, after, { origins, totals, remarks })
  },
})

type Source = { name: string; from: readonly (string | null)[] }

/** Why a value is not worth a row of its own, as `gather` takes it. */
const EMPTY = 1
const ZERO = 2

/** Zero as a number column writes it, or as people write it in a text: `0`, `0,00`; not `000`, which is a code. */
const ZERO_TEXT = /^\s*-?0(?:[.,]0+)?\s*€?\s*$/

function whyLeftOut({ dictionary, type }: Column, drop: 'blanks' | 'blanks-and-zeros'): Uint8Array {
  const reasons = new Uint8Array(dictionary.size)
  for (let code = 0; code < reasons.length; code++) {
    if (dictionary.isEmpty(code)) reasons[code] = EMPTY
    else if (drop === 'blanks-and-zeros' && isZero(dictionary, code, type)) reasons[code] = ZERO
  }
  return reasons
}

function isZero(dictionary: Dictionary, code: number, type: Column['type']): boolean {
  if (type === 'number' && !dictionary.isUnconverted(code)) return Number(dictionary.text(code)) === 0
  return (type === 'number' || type === 'text') && ZERO_TEXT.test(dictionary.text(code))
}

const gatheredNames = ({ columns = [], groups = [] }: UnpivotParams): Set<string | null> =>
  new Set([...columns, ...groups.flatMap((group) => group.columns)])

function keptNames(params: UnpivotParams, before: readonly string[]): string[] {
  if (params.keep !== undefined && params.keep.length > 0) return [...new Set(params.keep)]
  const gathered = gatheredNames(params)
  return before.filter((name) => !gathered.has(name))
}

const newNames = ({ name, value, groups }: UnpivotParams): string[] =>
  [name, value, ...(groups ?? []).map((group) => group.name)].filter((made) => made !== undefined)

const said = (words: typeof fr, params: UnpivotParams): string =>
  words.columns([...gatheredNames(params)].filter((name) => name !== null))

function leftOutRemarks(blanks: number, zeros: number): Localized[] {
  const remarks: Localized[] = []
  if (blanks > 0)
    remarks.push({
      fr: `${fr.count(blanks, 'valeur vide laissée', 'valeurs vides laissées')} de côté.`,
      en: `${en.count(blanks, 'blank value', 'blank values')} left out.`,
    })
  if (zeros > 0)
    remarks.push({
      fr: `${fr.count(zeros, 'valeur à zéro laissée', 'valeurs à zéro laissées')} de côté.`,
      en: `${en.count(zeros, 'value at zero', 'values at zero')} left out.`,
    })
  return remarks
}

function vanished(rows: number): Localized[] {
  if (rows === 0) return []
  return [
    {
      fr: `${fr.count(rows, 'ligne n’avait', 'lignes n’avaient')} aucune valeur à garder et ${rows === 1 ? 'n’apparaît' : 'n’apparaissent'} plus.`,
      en: `${en.count(rows, 'row had', 'rows had')} no value to keep and ${rows === 1 ? 'is' : 'are'} no longer shown.`,
    },
  ]
}

/** Rows come in order, so the same origin is always the one before. */
function distinctRows(origins: Uint32Array): number {
  let count = 0
  for (let i = 0; i < origins.length; i++) if (i === 0 || origins[i] !== origins[i - 1]) count++
  return count
}

const sourcesOf = (table: Table, { from }: Source): Column[] =>
  from.flatMap((name) => (name === null ? [] : [columnNamed(table, name)]))

function mixedTypes(table: Table, source: Source): Localized[] {
  const columns = sourcesOf(table, source)
  if (new Set(columns.map(({ type }) => type)).size < 2) return []
  const texts = columns.filter(({ type }) => type === 'text').map(({ name }) => name)
  return [
    {
      fr: `${fr.name(source.name)} est du texte, car les colonnes réunies ne sont pas toutes du même type${texts.length === 0 ? '' : ` (${fr.columns(texts)}\u00a0: du texte)`}. Convertissez-les d’abord pour garder des nombres ou des dates.`,
      en: `${en.name(source.name)} is text, since the columns put together are not all of one type${texts.length === 0 ? '' : ` (${en.columns(texts)}: text)`}. Convert them first to keep numbers or dates.`,
    },
  ]
}

/** Sum over the columns before and of the new column after, with the same number of decimals, for columns of numbers. */
function keptTotal(table: Table, after: Table, source: Source): KeptTotal[] {
  const totals = sourcesOf(table, source).map(columnTotal)
  const total = columnTotal(columnNamed(after, source.name))
  if (total === null) return []
  const before = new DecimalSum()
  for (const own of totals) if (own !== null) before.add(own)
  const sum = new DecimalSum()
  sum.add(total)
  sum.add(before.toString(), 0)
  return [{ column: source.name, before: before.toString(), after: sum.toString() }]
}
