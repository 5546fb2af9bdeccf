import { findStep } from '../steps/steps.ts'
import { columnNames, type Table } from '../table/table.ts'
import type { ColumnDecision, ColumnDrift, Decisions } from './drift-report.ts'
import { expectedColumn } from './expectations.ts'
import { matchColumns } from './match-columns.ts'
import { columnsRead, stepsNeeding } from './needed-columns.ts'
import type { Expectations, ExpectedColumn, Recipe, RecipeSheet } from './recipe.ts'

/** What is accepted without asking: `none` only exact names, aliases and other spellings; `sure` also proposals beyond doubt; `proposed` every proposal. */
export type Accept = 'none' | 'sure' | 'proposed'

/** Whether the steps that need a missing column are gone without (`skip`) or the person is asked (`stop`). */
export type Missing = 'stop' | 'skip'

/** What a sheet expects of its file: as recorded, or for a recipe that records nothing, the columns that its steps read. */
export function expectationsOfSheet(recipe: Recipe, sheet: RecipeSheet): Expectations {
  const recorded = 'file' in sheet.from ? sheet.from.expects : undefined
  if (recorded !== undefined) return recorded
  const columns = columnsRead(recipe, sheet).map((name): ExpectedColumn => ({
    name,
    type: 'text',
    filled: 0,
    distinct: 0,
  }))
  return { rows: 0, columns }
}

/** Each column that is expected or new, with its evidence, the steps it touches and what is decided of it. */
export function columnDrift(
  recipe: Recipe,
  sheet: RecipeSheet,
  table: Table,
  decisions: Decisions['columns'][string],
  accept: Accept,
  missing: Missing,
): ColumnDrift[] {
  const expects = expectationsOfSheet(recipe, sheet)
  const { columns, unexpected } = matchColumns(expects, table)
  const names = expects.columns.map(({ name }) => name)
  const drift = columns.map(({ state, expected, actual, evidence, sure, moved }): ColumnDrift => {
    const settled = state === 'found' || state === 'respelled'
    const steps = settled ? [] : stepsNeeding(recipe, sheet, names, expected.name)
    const own = Object.hasOwn(decisions, expected.name) ? decisions[expected.name]! : null
    const decision = settled ? null : (own ?? automatic(state, actual, sure, expected, accept, missing))
    return { state, expected: expected.name, actual, evidence, sure, moved, steps, decision }
  })
  const mapped = new Set(drift.flatMap(({ decision }) => (decision?.do === 'map' ? [decision.to] : [])))
  const refused = drift.flatMap(({ state, actual, decision }) =>
    state === 'proposed' && decision?.do === 'skip' && actual !== null ? [actual] : [],
  )
  // A recipe that records no expectations cannot know what is new.
  const unknown = 'file' in sheet.from && sheet.from.expects !== undefined ? unexpected : []
  const fresh = [...unknown, ...refused].filter((name) => !mapped.has(name))
  return [
    ...drift,
    ...inTableOrder(fresh, table).map((name) => newColumn(recipe, sheet, table, drift, name, decisions)),
  ]
}

function automatic(
  state: ColumnDrift['state'],
  actual: string | null,
  sure: boolean,
  expected: ExpectedColumn,
  accept: Accept,
  missing: Missing,
): ColumnDecision | null {
  const accepted = accept === 'proposed' || (accept === 'sure' && sure)
  if (state === 'proposed' && actual !== null && accepted) return { do: 'map', to: actual }
  return missing === 'skip' || expected.absent === true ? { do: 'skip' } : null
}

const inTableOrder = (names: readonly string[], table: Table): string[] =>
  columnNames(table).filter((name) => names.includes(name))

function newColumn(
  recipe: Recipe,
  sheet: RecipeSheet,
  table: Table,
  drift: readonly ColumnDrift[],
  name: string,
  decisions: Decisions['columns'][string],
): ColumnDrift {
  const column = table.columns.find((each) => each.name === name)!
  const { numeric = 0, filled } = expectedColumn(column)
  const amounts = numeric > 0.8
  const cells = Math.round(filled * table.rowCount)
  const evidence = [
    amounts
      ? { fr: `des montants, ${cells} cellules remplies`, en: `amounts, ${cells} filled cells` }
      : { fr: `${cells} cellules remplies`, en: `${cells} filled cells` },
  ]
  const steps = extendableSteps(recipe, sheet, neighbours(table, drift, name))
  const decision = Object.hasOwn(decisions, name) ? decisions[name]! : null
  return { state: 'new', expected: null, actual: name, evidence, sure: false, moved: false, steps, decision }
}

/** Expected names of the nearest recognised columns before and after a new one in the file. */
function neighbours(table: Table, drift: readonly ColumnDrift[], name: string): string[] {
  const names = columnNames(table)
  const expectedOf = new Map(
    drift.flatMap(({ expected, actual, decision }) => {
      const own = decision?.do === 'map' ? decision.to : decision === null ? actual : null
      return expected === null || own === null ? [] : [[own, expected] as const]
    }),
  )
  const known = names.map((each) => expectedOf.get(each))
  const place = names.indexOf(name)
  const before = known.slice(0, place).findLast((each) => each !== undefined)
  const after = known.slice(place + 1).find((each) => each !== undefined)
  return [before, after].filter((each) => each !== undefined)
}

/** Steps that list several columns, one of these neighbours among them: a new column between them may belong to the list. */
function extendableSteps(recipe: Recipe, sheet: RecipeSheet, near: readonly string[]): ColumnDrift['steps'] {
  const names = expectationsOfSheet(recipe, sheet).columns.map(({ name }) => name)
  const [first] = near
  if (first === undefined) return []
  return stepsNeeding(recipe, sheet, names, first).filter(({ id }) => {
    const step = sheet.steps.find((each) => each.id === id)
    return step !== undefined && listOf(step, near) !== null
  })
}

/** The parameter of a step that lists at least two columns with these among them, if there is one. */
function listOf(
  step: RecipeSheet['steps'][number],
  near: readonly string[],
): { key: string; columns: string[] } | null {
  const kind = findStep(step.step)
  for (const [key, field] of Object.entries(kind?.fields ?? {})) {
    const value = step.params[key]
    if (field.kind !== 'columns' || !Array.isArray(value) || value.length < 2) continue
    const columns = value.filter((each) => typeof each === 'string')
    if (near.length > 0 && near.every((name) => columns.includes(name))) return { key, columns }
  }
  return null
}

/** The recipe under these decisions: accepted names become aliases, missing columns are marked absent, new ones join their steps. */
export function decidedSheet(
  recipe: Recipe,
  sheet: RecipeSheet,
  table: Table,
  drift: readonly ColumnDrift[],
): RecipeSheet {
  if (!('file' in sheet.from)) return sheet
  const expects = expectationsOfSheet(recipe, sheet)
  const byName = new Map(drift.map((column) => [column.expected, column]))
  const columns = expects.columns.map(({ absent: _, ...column }): ExpectedColumn => {
    const { state, decision } = byName.get(column.name) ?? { state: 'missing', decision: null }
    if (state === 'found' || state === 'respelled') return column
    if (decision?.do === 'map')
      return { ...column, aliases: [...new Set([...(column.aliases ?? []), decision.to])] }
    return decision?.do === 'skip' ? { ...column, absent: true } : column
  })
  const included = drift.filter(({ state, decision }) => state === 'new' && decision?.do === 'include')
  const steps = included.reduce((all, { actual, steps }) => {
    const near = neighbours(table, drift, actual!)
    const ids = new Set(steps.map(({ id }) => id))
    return all.map((step) => (ids.has(step.id) ? withColumn(step, near, actual!) : step))
  }, sheet.steps)
  return { ...sheet, from: { ...sheet.from, expects: { ...expects, columns } }, steps }
}

function withColumn(
  step: RecipeSheet['steps'][number],
  near: readonly string[],
  name: string,
): RecipeSheet['steps'][number] {
  const list = listOf(step, near)
  if (list === null || list.columns.includes(name)) return step
  const columns = list.columns.toSpliced(list.columns.indexOf(near[0]!) + 1, 0, name)
  return { ...step, params: { ...step.params, [list.key]: columns } }
}
