import type { ReadResult } from '../formats/format.ts'
import { type Column, countCodes } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import { profileColumn } from '../table/profile.ts'
import type { Table } from '../table/table.ts'
import { sketchOf } from './sketch.ts'
import type { Expectations, ExpectedColumn } from './recipe.ts'

const rounded = (part: number): number => Math.round(part * 1000) / 1000

/** What a recipe remembers of a source: how it was read, its columns by shape and sketch, and what came out. No value. */
export function expectationsOf(
  source: Table,
  reading: ReadResult | null,
  result: Table,
  before: Expectations | undefined,
): Expectations {
  const known = new Map(before?.columns.map((column) => [column.name, column]))
  const present = source.columns.map((column) => expectedColumn(column, known.get(column.name)))
  const names = new Set(source.columns.map(({ name }) => name))
  const absent = (before?.columns ?? []).filter((column) => column.absent === true && !names.has(column.name))
  return {
    rows: source.rowCount,
    columns: [...present, ...absent],
    ...(reading === null
      ? {}
      : { found: Object.fromEntries(reading.found.map(({ option, value }) => [option, value])) }),
    result: { rows: result.rowCount, totals: totalsOf(result) },
  }
}

/** Exact totals of the number columns, by name. */
export function totalsOf(table: Table): Record<string, string> {
  const entries = table.columns.map((column) => [column.name, profileColumn(column).total] as const)
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null))
}

/** A column's shape. Aliases that a person has accepted are kept. */
export function expectedColumn(column: Column, before?: ExpectedColumn): ExpectedColumn {
  const { name, type, filled, distinct, total } = profileColumn(column)
  const rows = column.codes.length
  return {
    name,
    ...(before?.aliases === undefined ? {} : { aliases: before.aliases }),
    type,
    filled: rows === 0 ? 0 : rounded(filled / rows),
    distinct,
    numeric: rounded(numericPart(column)),
    sketch: sketchOf(column),
    total,
  }
}

/** Part of the filled cells that read as an amount. Digits alone with a zero in front, or over 11 of them, are codes. */
function numericPart(column: Column): number {
  const counts = countCodes(column)
  const { dictionary } = column
  let numeric = 0
  let filled = 0
  for (let code = BLANK + 1; code < dictionary.size; code++) {
    const cells = counts[code]!
    if (cells === 0) continue
    filled += cells
    if (looksNumeric(dictionary.text(code))) numeric += cells
  }
  return filled === 0 ? 0 : numeric / filled
}

const looksNumeric = (text: string): boolean =>
  text.length < 30 &&
  /^[-−(]?\s*\d[\d\s.,]*\s*(?:€|EUR|k€)?\)?$/u.test(text.trim()) &&
  !/^0\d/.test(text.trim()) &&
  !/^\d{12,}$/.test(text.trim())
