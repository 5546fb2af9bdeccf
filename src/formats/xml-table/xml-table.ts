import * as v from 'valibot'
import { Problem } from '../../problem/problem.ts'
import type { Format, FoundOption, ReadContext, ReadNote, ReadResult, SourceFile } from '../format.ts'
import { chooseEncoding, ENCODINGS } from '../xml/choose-encoding.ts'
import { partialNotes } from '../xml/partial-notes.ts'
import { readElements, requireWhole, type ElementHandler } from '../xml/read-elements.ts'
import { rootElement } from '../xml/root-element.ts'
import { say } from '../xml/say.ts'
import { RowReader, type ElementRows } from './element-rows.ts'
import { ShapeFinder, type ElementShape } from './element-shape.ts'
import { allValues, bestElement, findElements, type RowElement } from './find-element.ts'

const REPEATED = ['joined', 'columns'] as const

const options = v.strictObject({
  /** The element that is a row, by the names from the root element down: `catalogue/livre`. */
  element: v.exactOptional(v.string()),
  /** Elements of the same name within a row: their texts in one cell with bars between, or in a column each. */
  repeated: v.exactOptional(v.picklist(REPEATED)),
  encoding: v.exactOptional(v.picklist(ENCODINGS)),
  /** Opens the whole rows read before the place where the file is cut or broken. */
  partial: v.exactOptional(v.boolean()),
})

export type XmlTableOptions = v.InferOutput<typeof options>

const MOST_CHOICES = 30
const SAMPLE_BYTES = 1 << 21

/** XML of any kind: one row an element that repeats, attributes (`@id`) and elements within (`adresse/ville`) as columns. */
export const xmlTable: Format<XmlTableOptions> = {
  id: 'xml-table',
  name: say((m) => m.format),
  extensions: ['xml', 'rss', 'kml', 'gpx', 'gml'],
  options,
  // Kinds of XML that a format knows are surer of their own.
  detect: (_file, head) => (rootElement(head) === null ? 0 : 0.5),
  read: readXmlTable,
}

/**
 * Reads the start of the file to guess which element is the row, then all of it, which counts the elements and makes the rows; only
 * if the counts prove the guess wrong, the file is read once more. Texts are kept as written.
 * Throws Problem `xml-cut` or `xml-broken` (unless `partial`), `xml-doctype`, `xml-too-deep`, `xml-no-element`, `wrong-encoding` or `too-many-names`.
 */
async function readXmlTable(
  file: SourceFile,
  chosen: XmlTableOptions,
  context: ReadContext,
): Promise<ReadResult> {
  const { encoding, found, notes } = await chooseEncoding(file.bytes, chosen.encoding)
  const repeated = chosen.repeated ?? 'joined'
  const guess = chosen.element ?? (await guessElement(file.bytes.slice(0, SAMPLE_BYTES), encoding))
  const finder = new ShapeFinder()
  let reader = new RowReader(guess, repeated)
  let end = await readElements(file.bytes, encoding, both(finder, reader), context)
  const top = finder.finish()
  const elements = findElements(top)
  const element = chooseElement(elements, top, chosen.element)
  if (element.path !== guess) {
    reader = new RowReader(element.path, repeated)
    end = await readElements(file.bytes, encoding, reader, context)
  }
  if (chosen.partial !== true) requireWhole(end, reader.rowCount)
  const rows = reader.finish()
  const total = allValues(top)
  return {
    table: rows.table,
    found: [...foundInXml(chosen, element, elements, rows, total), found],
    notes: [...partialNotes(end, reader.rowCount), ...notes, ...notesOn(element, rows, total)],
  }
}

/** The element that the first part of the file makes one expect; '' for none. */
async function guessElement(bytes: Blob, encoding: string): Promise<string> {
  const finder = new ShapeFinder()
  await readElements(bytes, encoding, finder, { progress: () => undefined })
  const top = finder.finish()
  return bestElement(findElements(top), top)?.path ?? ''
}

/** Tells both. */
function both(finder: ShapeFinder, reader: RowReader): ElementHandler {
  return {
    open(name, attributes, depth) {
      finder.open(name, attributes, depth)
      reader.open(name, attributes, depth)
    },
    close(name, depth) {
      finder.close(name, depth)
      reader.close(name, depth)
    },
    text(text) {
      finder.text(text)
      reader.text(text)
    },
  }
}

function chooseElement(
  elements: readonly RowElement[],
  top: ElementShape,
  chosen: string | undefined,
): RowElement {
  const element =
    chosen === undefined ? bestElement(elements, top) : elements.find(({ path }) => path === chosen)
  if (element !== null && element !== undefined) return element
  if (chosen === undefined) throw new Problem('xml-unknown-root', { root: '' })
  throw new Problem('xml-no-element', { element: chosen, known: likely(elements).map(({ path }) => path) })
}

/** Elements that one may want as rows: those that repeat, those with most values first. */
const likely = (elements: readonly RowElement[]): RowElement[] =>
  elements
    .filter(({ repeats }) => repeats)
    .sort((a, b) => Number(b.rich) - Number(a.rich) || b.values - a.values)
    .slice(0, MOST_CHOICES)

function foundInXml(
  chosen: XmlTableOptions,
  element: RowElement,
  elements: readonly RowElement[],
  rows: ElementRows,
  total: number,
): FoundOption[] {
  const label = ({ path, count }: RowElement) => say((m) => m.element(path, count))
  const choices = likely(elements)
  if (!choices.includes(element)) choices.unshift(element)
  const found: FoundOption[] = [
    {
      option: 'element',
      value: element.path,
      label: label(element),
      evidence: say((m) =>
        chosen.element === undefined ? m.elementEvidence(element.values, total, element.repeats) : m.chosen,
      ),
      chosen: chosen.element !== undefined,
      choices: choices.map((choice) => ({ value: choice.path, label: label(choice) })),
    },
  ]
  if (rows.joinedCells > 0 || chosen.repeated !== undefined) {
    const value = chosen.repeated ?? 'joined'
    found.push({
      option: 'repeated',
      value,
      label: say((m) => m.repeated[value]),
      evidence: say((m) => (chosen.repeated === undefined ? m.repeatedEvidence(rows.joinedCells) : m.chosen)),
      chosen: chosen.repeated !== undefined,
      choices: REPEATED.map((choice) => ({ value: choice, label: say((m) => m.repeated[choice]) })),
    })
  }
  return found
}

function notesOn(
  element: RowElement,
  { joinedCells, ambiguousCells }: ElementRows,
  total: number,
): ReadNote[] {
  const notes: ReadNote[] = []
  if (joinedCells > 0) {
    notes.push({
      code: 'joined-elements',
      severity: ambiguousCells > 0 ? 'look' : 'info',
      text: say((m) => m.joined(joinedCells, ambiguousCells)),
    })
  }
  if (element.all < total) {
    notes.push({ code: 'values-outside', severity: 'info', text: say((m) => m.outside(element.path)) })
  }
  return notes
}
