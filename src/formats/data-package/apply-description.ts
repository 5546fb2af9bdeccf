import { dataPackageWords } from '../../i18n/data-package.ts'
import type { Localized } from '../../i18n/messages.ts'
import type { Column } from '../../table/column.ts'
import { mapValues, type CountedText } from '../../table/map-values.ts'
import { tableOf } from '../../table/table.ts'
import { Unconverted, valueText, type ColumnType, type Value } from '../../table/value.ts'
import { distinctNames } from '../distinct-names.ts'
import type { FoundOption, ReadNote, ReadResult } from '../format.ts'
import { valueReader, type ValueReader } from './read-value.ts'
import type { Field, Resource } from './resource.ts'

/** What is made of a description: its types; its titles as the names of the columns too; or nothing, all stays as written. */
export const DESCRIPTION_CHOICES = ['types', 'titles', 'text'] as const
export type DescriptionChoice = (typeof DESCRIPTION_CHOICES)[number]

export interface Description {
  resource: Omit<Resource, 'path'>
  /** Options of the reader that the description gave. */
  given: readonly string[]
  choice: DescriptionChoice | undefined
  /** Options that a person chose. */
  chosen: Readonly<Record<string, unknown>>
}

const MOST_TITLES = 12
const MOST_ROWS = 1000
const MOST_TEXTS = 3

type Words = (typeof dataPackageWords)['fr']
const say = (sentence: (words: Words) => string): Localized => ({
  fr: sentence(dataPackageWords.fr),
  en: sentence(dataPackageWords.en),
})

/**
 * What reading gave, with the columns as a Data Package types them. Texts that are no value of their type stay, marked, and are
 * counted; a column typed as text, or not at all, stays as written. What stands for a missing value becomes blank.
 */
export function applyDescription(reading: ReadResult, description: Description): ReadResult {
  const { resource, given, chosen, choice = 'types' } = description
  const found = reading.found.map((option) =>
    given.includes(option.option) && !(option.option in chosen) ? asDescribed(option) : option,
  )
  const fields = resource.schema?.fields ?? []
  const { columns, rowCount } = reading.table
  const fieldOf = fieldsByColumn(columns, fields)
  const missing = new Set((resource.schema?.missingValues ?? []).filter((text) => text !== ''))
  const isSaying = columns.map((column, index) => {
    const field = fieldOf[index]
    return field !== undefined && (valueReader(field) !== null || titleOf(field, column) !== null)
  })
  if (!isSaying.includes(true) && missing.size === 0) return { ...reading, found }

  const described = columns.map((column, index) =>
    choice === 'text' ? asWritten(column) : describedColumn(column, fieldOf[index], missing),
  )
  const named =
    choice === 'titles'
      ? distinctNames(columns.map((column, index) => titleOf(fieldOf[index], column) ?? column.name))
      : columns.map(({ name }) => name)
  return {
    table: tableOf(
      described.map(({ column }, index) =>
        column.name === named[index] ? column : { ...column, name: named[index]! },
      ),
      rowCount,
    ),
    found: [...found, foundDescription(fields.length, description)],
    notes: [
      ...reading.notes,
      ...titlesNote(columns, fieldOf),
      ...(choice === 'text' ? [] : notesOn(described, named, columns, fields, missing)),
    ],
  }
}

/** An option that the description gave is not one that the person chose. */
const asDescribed = (option: FoundOption): FoundOption => ({
  ...option,
  chosen: false,
  evidence: say((w) => w.fromPackage),
})

/** The field of each column, by name; by position where the file has no names and as many columns. */
function fieldsByColumn(
  columns: readonly Column[],
  fields: readonly Field[],
): readonly (Field | undefined)[] {
  const isUnnamed = columns.every(({ nameInFile }) => nameInFile?.kind === 'none')
  if (isUnnamed && columns.length === fields.length) return fields
  const byName = new Map(fields.map((field) => [field.name, field]))
  return columns.map(({ name }) => byName.get(name) ?? byName.get(name.trim()))
}

/** How the description calls a column in full; `null` if no otherwise than the file. */
function titleOf(field: Field | undefined, { name }: Column): string | null {
  const title = field?.title?.trim() ?? ''
  return title === '' || title === name ? null : title
}

interface DescribedColumn {
  column: Column
  type: ColumnType
  misfits: readonly CountedText[]
  blanked: number
}

const asWritten = (column: Column): DescribedColumn => ({
  column,
  type: column.type,
  misfits: [],
  blanked: 0,
})

function describedColumn(
  column: Column,
  field: Field | undefined,
  missing: ReadonlySet<string>,
): DescribedColumn {
  // Formats that have types of their own, such as JSON, have settled them.
  if (field === undefined || column.type !== 'text') return asWritten(column)
  const reader = valueReader(field)
  const cleared = missing.size === 0 ? null : mapValues(column, (value) => blankIf(value, missing))
  const written = cleared?.column ?? column
  const blanked = cleared?.changedCells ?? 0
  if (reader === null) return { column: written, type: 'text', misfits: [], blanked }
  const typed = mapValues(written, (value) => typedBy(value, reader), { type: reader.type })
  return { column: typed.column, type: reader.type, misfits: typed.unconverted, blanked }
}

const blankIf = (value: Value, missing: ReadonlySet<string>): Value =>
  typeof value === 'string' && missing.has(value) ? null : value

function typedBy(value: Value, { read }: ValueReader): Value {
  const text = valueText(value)
  if (text.trim() === '') return null
  return read(text) ?? new Unconverted(text)
}

function foundDescription(fieldCount: number, { choice, chosen }: Description): FoundOption {
  const isChosen = chosen['description'] !== undefined
  return {
    option: 'description',
    value: choice ?? 'types',
    label: say((w) => w.choices[choice ?? 'types']),
    evidence: say((w) => (isChosen ? w.chosen : w.describes(fieldCount))),
    chosen: isChosen,
    choices: DESCRIPTION_CHOICES.map((value) => ({ value, label: say((w) => w.choices[value]) })),
  }
}

function titlesNote(columns: readonly Column[], fieldOf: readonly (Field | undefined)[]): ReadNote[] {
  const titles = columns.flatMap(({ name }, index) => {
    const field = fieldOf[index]
    const said = field?.title ?? field?.description
    return said === undefined || said === name ? [] : [{ name, said: said.slice(0, 80) }]
  })
  if (titles.length === 0) return []
  const shown = titles.slice(0, MOST_TITLES)
  const more = titles.length - shown.length
  return [{ code: 'described-columns', severity: 'info', text: say((w) => w.titles(shown, more)) }]
}

function notesOn(
  described: readonly DescribedColumn[],
  names: readonly string[],
  columns: readonly Column[],
  fields: readonly Field[],
  missing: ReadonlySet<string>,
): ReadNote[] {
  const notes: ReadNote[] = []
  const ofType = (type: ColumnType): string[] =>
    described.flatMap((one, index) =>
      one.type === type && columns[index]!.type === 'text' ? [names[index]!] : [],
    )
  const typed = { number: ofType('number'), date: ofType('date'), boolean: ofType('boolean') }
  if (typed.number.length + typed.date.length + typed.boolean.length > 0)
    notes.push({ code: 'described-types', severity: 'info', text: say((w) => w.types(typed)) })
  described.forEach(({ column, type, misfits }, index) => {
    if (type === 'text' || misfits.length === 0) return
    const cells = misfits.reduce((sum, { cells }) => sum + cells, 0)
    const texts = misfits.slice(0, MOST_TEXTS).map(({ text }) => text)
    notes.push({
      code: 'described-misfits',
      severity: 'look',
      text: say((w) => w.misfits(names[index]!, type, cells, texts, misfits.length > MOST_TEXTS)),
      rows: misfitRows(column),
    })
  })
  const blanked = described.reduce((sum, one) => sum + one.blanked, 0)
  if (blanked > 0)
    notes.push({
      code: 'described-missing',
      severity: 'info',
      text: say((w) => w.missing([...missing], blanked)),
    })
  const own = new Set(columns.map(({ name }) => name.trim()))
  const isUnnamed = columns.every(({ nameInFile }) => nameInFile?.kind === 'none')
  const absent = isUnnamed ? [] : fields.map(({ name }) => name).filter((name) => !own.has(name.trim()))
  if (absent.length > 0)
    notes.push({ code: 'described-absent', severity: 'look', text: say((w) => w.absent(absent)) })
  return notes
}

function misfitRows({ codes, dictionary }: Column): number[] {
  const rows: number[] = []
  for (let row = 0; row < codes.length && rows.length < MOST_ROWS; row++)
    if (dictionary.isUnconverted(codes[row]!)) rows.push(row)
  return rows
}
