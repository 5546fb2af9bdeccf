import * as v from 'valibot'
import type { Column, RowMask } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import { columnNamed, type Table } from '../table/table.ts'
import { foldedEntries } from './folded-entries.ts'

/** What a cell must be like. Texts are compared without case, accents or outer blanks, except by `in`, which is exact. */
export type CellTest =
  | { column: string; is: 'blank' | 'filled' | 'unconverted' }
  | { column: string; in: string[] }
  | { column: string; contains: string }
  | { column: string; startsWith: string }
  | { column: string; min?: number | undefined; max?: number | undefined }

/** Which rows a step works on. */
export type Condition = CellTest | { all: Condition[] } | { any: Condition[] } | { not: Condition }

const column = v.pipe(v.string(), v.nonEmpty())

const cellTestSchema = v.union([
  v.strictObject({ column, is: v.picklist(['blank', 'filled', 'unconverted']) }),
  v.strictObject({ column, in: v.array(v.string()) }),
  v.strictObject({ column, contains: v.pipe(v.string(), v.nonEmpty()) }),
  v.strictObject({ column, startsWith: v.pipe(v.string(), v.nonEmpty()) }),
  v.pipe(
    v.strictObject({ column, min: v.optional(v.number()), max: v.optional(v.number()) }),
    v.check((test) => test.min !== undefined || test.max !== undefined),
  ),
])

/** Conditions nest at most this deep: deeper ones come from a hostile recipe. */
const DEEPEST = 8

export const conditionSchema: v.GenericSchema<Condition> = v.pipe(
  v.lazy(() => nestedSchema),
  v.check((condition) => depth(condition) <= DEEPEST),
)

/** A condition of any depth; `conditionSchema` also bounds the depth. */
export const nestedSchema: v.GenericSchema<Condition> = v.union([
  cellTestSchema,
  v.strictObject({ all: v.array(v.lazy(() => nestedSchema)) }),
  v.strictObject({ any: v.array(v.lazy(() => nestedSchema)) }),
  v.strictObject({ not: v.lazy(() => nestedSchema) }),
])

const parts = (condition: Condition): Condition[] | null =>
  'all' in condition
    ? condition.all
    : 'any' in condition
      ? condition.any
      : 'not' in condition
        ? [condition.not]
        : null

function depth(condition: Condition): number {
  const inner = parts(condition)
  return inner === null ? 1 : 1 + Math.max(0, ...inner.map(depth))
}

/** Columns that a condition looks at. */
export function conditionColumns(condition: Condition): string[] {
  const inner = parts(condition)
  return inner === null ? [(condition as CellTest).column] : inner.flatMap(conditionColumns)
}

/** The same condition on columns of other names. */
export function renameInCondition(condition: Condition, rename: (name: string) => string): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => renameInCondition(part, rename)) }
  if ('any' in condition) return { any: condition.any.map((part) => renameInCondition(part, rename)) }
  if ('not' in condition) return { not: renameInCondition(condition.not, rename) }
  return { ...condition, column: rename(condition.column) }
}

/** The rows that a condition chooses; without a condition all of them (`undefined`). Throws Problem `missing-column`. */
export function chosenRows(table: Table, condition: Condition | undefined): RowMask | undefined {
  return condition === undefined ? undefined : rowsWhere(table, condition)
}

/** One byte a row, 1 where the condition holds. Cells are tested once per distinct value. Throws Problem `missing-column`. */
export function rowsWhere(table: Table, condition: Condition): RowMask {
  const inner = parts(condition)
  if (inner === null)
    return testColumn(columnNamed(table, (condition as CellTest).column), condition as CellTest)
  const masks = inner.map((part) => rowsWhere(table, part))
  const result = new Uint8Array(table.rowCount)
  if ('not' in condition) {
    const [mask] = masks
    for (let row = 0; row < result.length; row++) result[row] = 1 - mask![row]!
  } else if ('all' in condition) {
    result.fill(1)
    for (const mask of masks) for (let row = 0; row < result.length; row++) result[row]! &= mask[row]!
  } else {
    for (const mask of masks) for (let row = 0; row < result.length; row++) result[row]! |= mask[row]!
  }
  return result
}

function testColumn(column: Column, test: CellTest): RowMask {
  const holds = entryTest(column, test)
  const entries = Uint8Array.from({ length: column.dictionary.size }, (_, code) => (holds(code) ? 1 : 0))
  const mask = new Uint8Array(column.codes.length)
  for (let row = 0; row < mask.length; row++) mask[row] = entries[column.codes[row]!]!
  return mask
}

function entryTest({ dictionary, type }: Column, test: CellTest): (code: number) => boolean {
  if ('is' in test) {
    if (test.is === 'unconverted') return (code) => dictionary.isUnconverted(code)
    const blank = test.is === 'blank'
    return (code) => (code === BLANK) === blank
  }
  if ('in' in test) {
    const wanted = new Set(test.in)
    return (code) => wanted.has(dictionary.text(code))
  }
  if ('contains' in test) {
    return foldedEntries(dictionary, test.contains, 'anywhere')
  }
  if ('startsWith' in test) {
    return foldedEntries(dictionary, test.startsWith, 'start')
  }
  const { min = -Infinity, max = Infinity } = test
  return (code) => {
    if (code === BLANK || type !== 'number' || dictionary.isUnconverted(code)) return false
    const number = Number(dictionary.text(code))
    return number >= min && number <= max
  }
}
