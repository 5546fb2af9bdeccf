import { jsonReading } from '../../i18n/json-reading.ts'
import type { Localized } from '../../i18n/messages.ts'
import { Problem } from '../../problem/problem.ts'
import type { FoundOption, ReadContext, ReadNote, ReadResult, SourceFile } from '../format.ts'
import { allValues, bestPlace, findPlaces, type RowsPlace } from './find-rows.ts'
import {
  findJsonEncoding,
  JSON_ENCODINGS,
  type FoundJsonEncoding,
  type JsonEncoding,
} from './json-encoding.ts'
import { GEOMETRIES, LISTS, NUMBERS, type JsonOptions } from './json-options.ts'
import { ITEM, pathText } from './json-path.ts'
import { ShapeFinder, type JsonShape } from './json-shape.ts'
import { RowReader, type ReadRows } from './row-reader.ts'
import { scanJson } from './scan-json.ts'

type Words = (typeof jsonReading)['fr']

const say = (sentence: (words: Words) => string): Localized => ({
  fr: sentence(jsonReading.fr),
  en: sentence(jsonReading.en),
})

/** Names of files that hold one value a line, even if it is only one. */
const LINES = /\.(jsonl|ndjson|jsonlines)$/i

/**
 * Reads JSON of any shape in two passes over the bytes: the first finds where the rows stand, the second makes columns of them.
 * Values nested in a record become columns named by their path (`adresse.ville`). Texts and numbers are kept as written; null and
 * missing members are blank, `""` is the empty text. Throws Problem `json-broken`, `json-not-rows`, `json-no-path`, `blank-file` or
 * `too-many-names`.
 */
export async function readJson(
  file: SourceFile,
  options: JsonOptions,
  context: ReadContext,
): Promise<ReadResult> {
  const detected = await findJsonEncoding(file)
  const encoding = options.encoding ?? detected.encoding
  const finder = new ShapeFinder()
  const roots = await scanJson(file, encoding, finder, (part) => context.progress(0.4 * part))
  if (roots === 0) throw new Problem('blank-file', { file: file.name })
  const top = finder.finish()
  const lines = roots > 1 || LINES.test(file.name)
  const places = findPlaces(top, lines)
  const place = choosePlace(places, options.path, lines)
  const geometry = geometryAt(top, place, options.geometry)
  const reader = new RowReader(
    {
      path: place.path,
      layout: place.layout,
      lists: options.lists ?? 'joined',
      numbers: options.numbers ?? 'text',
      geometry: geometry?.value ?? null,
      header: options.headerRow === undefined ? (place.rows > 1 ? null : false) : options.headerRow === 1,
    },
    lines,
  )
  await scanJson(file, encoding, reader, (part) => context.progress(0.4 + 0.6 * part))
  const rows = reader.finish()
  const reading: Reading = { options, places, place, lines, rows, geometry, total: allValues(top) }
  return {
    table: rows.table,
    found: foundOptions(reading, foundEncoding(encoding, detected, options.encoding !== undefined)),
    notes: readNotes(reading),
  }
}

interface Reading {
  options: JsonOptions
  places: readonly RowsPlace[]
  place: RowsPlace
  lines: boolean
  rows: ReadRows
  geometry: { value: 'lon-lat' | 'geojson'; allPoints: boolean } | null
  /** Values in the whole file. */
  total: number
}

function choosePlace(places: readonly RowsPlace[], path: string | undefined, lines: boolean): RowsPlace {
  const chosen =
    path === undefined ? bestPlace(places, lines) : places.find((place) => pathText(place.path) === path)
  if (chosen !== null && chosen !== undefined) return chosen
  if (places.length === 0 || path === undefined) throw new Problem('json-not-rows', {})
  throw new Problem('json-no-path', { path, known: places.map((place) => pathText(place.path)) })
}

/** Whether the rows are the features of GeoJSON, and how their geometry is read; `null` if they are not. */
function geometryAt(
  top: JsonShape,
  place: RowsPlace,
  chosen: 'lon-lat' | 'geojson' | undefined,
): Reading['geometry'] {
  if (place.layout !== 'list') return null
  let shape: JsonShape | null | undefined = top.item
  for (const step of place.path) {
    shape = step === ITEM ? shape?.item : shape?.members.find(({ name }) => name === step)
  }
  // JSON Lines of features have no list around them.
  const feature = shape?.item ?? shape
  const member = (of: JsonShape | undefined | null, wanted: string) =>
    of?.members.find(({ name }) => name === wanted)
  const geometry = member(feature, 'geometry')
  const isFeature =
    member(feature, 'type')?.kinds.has('Feature') === true && member(feature, 'properties') !== undefined
  if (!isFeature || geometry === undefined) return null
  const kinds = member(geometry, 'type')?.kinds ?? new Set()
  const allPoints = kinds.size === 1 && kinds.has('Point')
  return { value: chosen ?? (allPoints ? 'lon-lat' : 'geojson'), allPoints }
}

function foundEncoding(encoding: JsonEncoding, { reason }: FoundJsonEncoding, chosen: boolean): FoundOption {
  return {
    option: 'encoding',
    value: encoding,
    label: say((w) => w.encoding(encoding)),
    evidence: say((w) => (chosen ? w.chosen : w.encodingBecause[reason])),
    chosen,
    choices: JSON_ENCODINGS.map((value) => ({ value, label: say((w) => w.encoding(value)) })),
  }
}

function foundOptions(
  { options, places, place, lines, rows, geometry, total }: Reading,
  encoding: FoundOption,
): FoundOption[] {
  const placeLabel = ({ path, layout, rows: count }: RowsPlace): Localized =>
    say((w) => w.place(path.length === 0 ? null : pathText(path), layout, count, lines))
  const found: FoundOption[] = []
  if (places.length > 1 || place.path.length > 0) {
    found.push({
      option: 'path',
      value: pathText(place.path),
      label: placeLabel(place),
      evidence: say((w) =>
        options.path === undefined ? w.placeEvidence(place.values, total, places.length) : w.chosen,
      ),
      chosen: options.path !== undefined,
      choices: places.map((other) => ({ value: pathText(other.path), label: placeLabel(other) })),
    })
  }
  if (geometry !== null) {
    found.push({
      option: 'geometry',
      value: geometry.value,
      label: say((w) => w.geometry[geometry.value]),
      evidence: say((w) =>
        options.geometry === undefined ? (geometry.allPoints ? w.allPoints : w.notOnlyPoints) : w.chosen,
      ),
      chosen: options.geometry !== undefined,
      choices: GEOMETRIES.map((value) => ({ value, label: say((w) => w.geometry[value]) })),
    })
  }
  if (rows.header !== null) {
    const value = rows.header ? 1 : 0
    found.push({
      option: 'headerRow',
      value,
      label: say((w) => w.header[value]),
      evidence: say((w) => (options.headerRow === undefined ? w.headerEvidence[value] : w.chosen)),
      chosen: options.headerRow !== undefined,
      choices: ([1, 0] as const).map((choice) => ({ value: choice, label: say((w) => w.header[choice]) })),
    })
  }
  if (rows.joinedCells > 0 || options.lists !== undefined) {
    const value = options.lists ?? 'joined'
    found.push({
      option: 'lists',
      value,
      label: say((w) => w.lists[value]),
      evidence: say((w) => (options.lists === undefined ? w.listsEvidence(rows.joinedCells) : w.chosen)),
      chosen: options.lists !== undefined,
      choices: LISTS.map((choice) => ({ value: choice, label: say((w) => w.lists[choice]) })),
    })
  }
  const numbers = options.numbers ?? 'text'
  found.push({
    option: 'numbers',
    value: numbers,
    label: say((w) => w.numbers[numbers]),
    evidence: say((w) => (options.numbers === undefined ? w.numbersEvidence : w.chosen)),
    chosen: options.numbers !== undefined,
    choices: NUMBERS.map((choice) => ({ value: choice, label: say((w) => w.numbers[choice]) })),
  })
  return [...found, encoding]
}

function readNotes({ rows, place, total, geometry }: Reading): ReadNote[] {
  const notes: ReadNote[] = []
  const note = (
    code: string,
    severity: ReadNote['severity'],
    sentence: (words: Words) => string,
    at?: readonly number[],
  ) => notes.push({ code, severity, text: say(sentence), ...(at === undefined ? {} : { rows: at }) })
  if (rows.jsonCells > 0 && geometry === null) note('nested-values', 'look', (w) => w.nested(rows.jsonCells))
  if (rows.joinedCells > 0) note('joined-lists', 'info', (w) => w.joined(rows.joinedCells))
  if (rows.repeatedRows.length > 0) {
    note(
      'repeated-names',
      'look',
      (w) => w.repeated(rows.repeatedName, rows.repeatedRows[0]! + 1),
      rows.repeatedRows,
    )
  }
  if (rows.shortColumns.length > 0) note('short-columns', 'look', (w) => w.shortColumns(rows.shortColumns))
  if (rows.typedColumns.length > 0) note('typed-columns', 'info', (w) => w.typed(rows.typedColumns))
  if (place.path.length > 0 && place.values < total && geometry === null)
    note('values-outside', 'info', (w) => w.outside(pathText(place.path)))
  return notes
}
