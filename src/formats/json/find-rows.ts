import { ITEM, type JsonPath } from './json-path.ts'
import type { JsonShape } from './json-shape.ts'

/**
 * How rows stand at a path. `list`: one row an item. `columns`: an object of lists, one column each. `keyed`: an object of
 * objects, one row each. `record`: one row in all.
 */
export type RowLayout = 'list' | 'columns' | 'keyed' | 'record'

/** A place in the file that can be read as a table. */
export interface RowsPlace {
  path: JsonPath
  layout: RowLayout
  rows: number
  /** Values that would find a cell of their own. */
  values: number
  /** Whether a row holds named values, or several; a list of single values rarely is the table. */
  rich: boolean
}

const MOST_PLACES = 200
/** A list within the records is read in their place when it holds so many times the values. */
const MUCH_MORE = 4

/** Places that can be read as a table, in the order of the file; the top is that of JSON Lines, or the value alone. */
export function findPlaces(top: JsonShape, lines: boolean): RowsPlace[] {
  const places: RowsPlace[] = []
  const visit = (shape: JsonShape, path: JsonPath): void => {
    if (places.length >= MOST_PLACES) return
    const place = placeAt(shape, path)
    if (place !== null) places.push(place)
    if (shape.item !== null) visit(shape.item, [...path, ITEM])
    for (const member of shape.members) visit(member, [...path, member.name])
  }
  const root = lines ? top : top.item
  if (root === null) return []
  visit(root, [])
  if (places.every(({ path }) => path.length > 0) && root.objects > 0) {
    places.unshift({ path: [], layout: 'record', rows: 1, values: valuesIn(root), rich: true })
  }
  return places
}

function placeAt(shape: JsonShape, path: JsonPath): RowsPlace | null {
  const { item, members } = shape
  if (shape.lists > 0 && (item !== null || path.length === 0)) {
    const rich = item !== null && (item.objects > 0 || (item.lists > 0 && hasOnlyValues(item)))
    if (item !== null && item.lists > 0 && !rich) return null
    // A few single values within a record are a cell of it.
    if (!rich && path.includes(ITEM)) return null
    return { path, layout: 'list', rows: shape.items, values: item === null ? 0 : valuesIn(item), rich }
  }
  if (shape.objects === 0 || members.length < 2) return null
  if (members.every((member) => member.lists > 0 && hasOnlyValues(member))) {
    const rows = Math.max(...members.map((member) => member.longest))
    const even = members.every((member) => member.shortest === rows)
    return { path, layout: 'columns', rows, values: valuesIn(shape), rich: even && rows > 0 }
  }
  if (shape.objects === 1 && members.every((member) => member.objects > 0) && areAlike(members)) {
    const values = members.reduce((sum, member) => sum + valuesIn(member), 0)
    return { path, layout: 'keyed', rows: shape.largest, values, rich: true }
  }
  return null
}

/** Whether the lists there hold single values only. */
const hasOnlyValues = ({ objects, item }: JsonShape): boolean =>
  objects === 0 && (item === null || (item.objects === 0 && item.lists === 0))

/** Whether objects have most of their names in common. */
function areAlike(objects: readonly JsonShape[]): boolean {
  const names = new Set(objects.flatMap(({ members }) => members.map(({ name }) => name)))
  const members = objects.reduce((sum, object) => sum + object.members.length, 0)
  return names.size > 0 && members / objects.length >= names.size / 2
}

/** Values that find cells of their own when this is a row: its own, those of objects within it, and those of plain lists. */
function valuesIn(shape: JsonShape): number {
  let values = shape.values
  if (shape.item !== null && hasOnlyValues(shape)) values += shape.item.values
  for (const member of shape.members) values += valuesIn(member)
  return values
}

/** All the values of a shape, wherever they stand. */
export function allValues(shape: JsonShape): number {
  let values = shape.values + (shape.item === null ? 0 : allValues(shape.item))
  for (const member of shape.members) values += allValues(member)
  return values
}

/** The place that most likely is the table, the top of JSON Lines always; `null` if there is none. */
export function bestPlace(places: readonly RowsPlace[], lines: boolean): RowsPlace | null {
  const [first] = places
  if (lines && first !== undefined) return first
  const record = places.find(({ layout }) => layout === 'record')
  const rich = places.filter((place) => place.rich && place !== record)
  if (rich.length === 0) {
    const plain = most(places.filter((place) => place !== record))
    if (record === undefined || (plain !== null && plain.values >= record.values))
      return plain ?? record ?? null
    return record
  }
  const outer = rich.filter(
    (place) => !rich.some((other) => other !== place && other.rows > 1 && isWithin(place.path, other.path)),
  )
  const best = most(outer)!
  const inner = most(rich.filter((place) => place !== best && isWithin(place.path, best.path)))
  return inner !== null && inner.values > MUCH_MORE * best.values ? inner : best
}

const isWithin = (path: JsonPath, outer: JsonPath): boolean =>
  path.length > outer.length && outer.every((step, index) => step === path[index])

const most = (places: readonly RowsPlace[]): RowsPlace | null =>
  places.reduce<RowsPlace | null>(
    (best, place) => (best === null || place.values > best.values ? place : best),
    null,
  )
