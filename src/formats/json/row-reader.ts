import { ColumnNode } from './column-node.ts'
import type { RowLayout } from './find-rows.ts'
import { pointCoordinates } from './geo-point.ts'
import { ITEM, type JsonPath } from './json-path.ts'
import type { JsonEvents, WordKind } from './json-scanner.ts'
import { NestedText } from './nested-text.ts'
import { tableOfNodes, type TableOfNodes } from './table-of-nodes.ts'
import { textOf, unescaped } from './unescape.ts'

export interface RowReading {
  path: JsonPath
  layout: RowLayout
  lists: 'joined' | 'json'
  numbers: 'text' | 'number'
  /** For GeoJSON: how the geometry becomes cells; `null` for other files. */
  geometry: 'lon-lat' | 'geojson' | null
  /** Whether a first row that is a list holds the names; found if `null`. */
  header: boolean | null
}

export interface ReadRows extends TableOfNodes {
  /** Cells that hold a list with bars between, and those that hold JSON text. */
  joinedCells: number
  jsonCells: number
  /** Rows (from 0) that had two values of the same name, and the name of the first. */
  repeatedRows: readonly number[]
  repeatedName: string
  /** Whether the names come from a first row; `null` where rows are not lists. */
  header: boolean | null
}

type Frame =
  'outside' | 'path' | 'path-list' | 'rows' | 'keyed' | 'columns' | 'column' | 'object' | 'row-list'

const MOST_NOTED_ROWS = 1000
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Makes rows of what a scan tells, at the place that was chosen. Values go from bytes to dictionaries; no record is ever an object. */
export class RowReader implements JsonEvents {
  readonly #how: RowReading
  readonly #root = new ColumnNode('valeur')
  readonly #key = new ColumnNode('clé')
  readonly #geometry = ['longitude', 'latitude', 'altitude', 'geometry'].map((name) => new ColumnNode(name))
  /** Members of a feature that are not columns of their own. */
  #properties: ColumnNode | null = null
  #featureGeometry: ColumnNode | null = null
  readonly #nested = new NestedText()
  /** Whose value is being collected; `null` when none is. */
  #collecting: ColumnNode | null = null
  /** Open containers, the values at the top first when they are the rows' own list. */
  readonly #frames: Frame[] = []
  readonly #nodes: (ColumnNode | null)[] = []
  readonly #positions: number[] = []
  /** How many values each column has, of a file that holds columns. */
  readonly #lengths = new Map<ColumnNode, number>()
  /** Open containers that lie on the path. */
  #onPath = 0
  /** The member that follows. */
  #member: ColumnNode | null = null
  #memberOnPath = false
  #row = -1
  #rowCount = 0
  #header: boolean | null = null
  #joinedCells = 0
  #jsonCells = 0
  readonly #repeatedRows: number[] = []
  #repeatedName = ''

  /** With `lines`, the values at the top are the items of a list. */
  constructor(how: RowReading, lines: boolean) {
    this.#how = how
    if (lines) this.open(true)
  }

  open(list: boolean): void {
    if (this.#collecting !== null) {
      this.#nested.open(list)
      return
    }
    const top = this.#frames.length - 1
    const onPath = this.#isOnPath(top)
    if (onPath !== null) {
      if (onPath === 'outside') this.#push('outside', null)
      else if (onPath === 'inside') {
        this.#onPath++
        this.#push(list ? 'path-list' : 'path', null)
      } else {
        const { layout } = this.#how
        if (list && layout === 'list') this.#push('rows', null)
        else if (!list && layout === 'keyed') this.#push('keyed', null)
        else if (!list && layout === 'columns') this.#push('columns', null)
        else {
          this.#nextRow()
          this.#openIn(this.#root, list, true)
        }
      }
      return
    }
    const frame = this.#frames[top]
    if (frame === 'rows' || frame === 'keyed') {
      this.#nextRow()
      this.#openIn(this.#root, list, true)
    } else if (frame === 'columns' && list) {
      this.#push('column', this.#member)
    } else this.#openIn(this.#target(top), list, false)
  }

  close(list: boolean): void {
    if (this.#collecting !== null) {
      if (this.#nested.close(list)) this.#finishNested()
      return
    }
    const frame = this.#frames.pop()
    const node = this.#nodes.pop()
    const position = this.#positions.pop()
    if (frame === 'column') this.#lengths.set(node!, position!)
    if (frame === 'path' || frame === 'path-list') this.#onPath--
    if (frame === 'row-list' && this.#row === 0 && this.#header === null) this.#takeHeader()
  }

  name(bytes: Uint8Array, start: number, end: number, escaped: boolean): void {
    if (this.#collecting !== null) {
      this.#nested.name(bytes, start, end)
      return
    }
    const top = this.#frames.length - 1
    switch (this.#frames[top]) {
      case 'path':
        this.#memberOnPath = textOf(bytes, start, end, escaped) === this.#how.path[this.#onPath - 1]
        return
      case 'keyed': {
        const own = escaped ? unescaped(bytes, start, end) : bytes.subarray(start, end)
        this.#key.add(this.#rowCount, own, 0, own.length, 'text')
        return
      }
      case 'columns':
        this.#member = this.#root.member(bytes, start, end, escaped)
        return
      case 'object':
        this.#member = this.#nodes[top]!.member(bytes, start, end, escaped)
        return
      default:
    }
  }

  text(bytes: Uint8Array, start: number, end: number, escaped: boolean): void {
    if (this.#collecting !== null) {
      this.#nested.text(bytes, start, end, escaped)
      return
    }
    const node = this.#nodeOfValue()
    if (node === null) return
    if (escaped) {
      const own = unescaped(bytes, start, end)
      this.#add(node, own, 0, own.length, 'text')
    } else this.#add(node, bytes, start, end, 'text')
  }

  word(kind: WordKind, bytes: Uint8Array, start: number, end: number): void {
    if (this.#collecting !== null) {
      this.#nested.word(kind, bytes, start, end)
      return
    }
    const node = this.#nodeOfValue()
    if (node === null) return
    if (kind === 'null') node.seen = true
    else if (kind === 'number') this.#add(node, bytes, start, end, 'number')
    else this.#add(node, bytes, start, end, kind === 'odd' ? 'text' : 'boolean')
  }

  /** The table of all that was told. Throws Problem `too-many-names`. */
  finish(): ReadRows {
    return {
      ...tableOfNodes(
        {
          key: this.#how.layout === 'keyed' ? this.#key : null,
          root: this.#root,
          properties: this.#properties,
          featureGeometry: this.#featureGeometry,
          geometry: this.#how.geometry === null ? null : this.#geometry,
        },
        this.#rowCount,
        this.#how.numbers === 'number',
        this.#lengths,
      ),
      joinedCells: this.#joinedCells,
      jsonCells: this.#jsonCells,
      repeatedRows: this.#repeatedRows,
      repeatedName: this.#repeatedName,
      header: this.#header,
    }
  }

  /** Where a value that begins stands as to the path; `null` within the rows or outside of the path. */
  #isOnPath(top: number): 'outside' | 'inside' | 'rows' | null {
    const { path } = this.#how
    if (top >= 0) {
      const frame = this.#frames[top]
      if (frame === 'outside') return 'outside'
      if (frame !== 'path' && frame !== 'path-list') return null
      const matches = frame === 'path' ? this.#memberOnPath : path[this.#onPath - 1] === ITEM
      if (!matches) return 'outside'
    }
    return this.#onPath === path.length ? 'rows' : 'inside'
  }

  /** Which column a single value goes to; `null` outside of the rows. */
  #nodeOfValue(): ColumnNode | null {
    const top = this.#frames.length - 1
    const onPath = this.#isOnPath(top)
    if (onPath !== null) {
      if (onPath !== 'rows') return null
      this.#nextRow()
      return this.#root
    }
    const frame = this.#frames[top]!
    if (frame === 'rows' || frame === 'keyed') {
      this.#nextRow()
      return this.#root
    }
    return this.#target(top)
  }

  /** The node of the value that begins within a row or a column. */
  #target(top: number): ColumnNode {
    switch (this.#frames[top]) {
      case 'column':
        this.#toRow(this.#positions[top]!++)
        return this.#nodes[top]!
      case 'columns':
        this.#toRow(0)
        return this.#member!
      case 'row-list':
        return this.#nodes[top]!.item(this.#positions[top]!++)
      default:
        return this.#member!
    }
  }

  #openIn(node: ColumnNode, list: boolean, isRow: boolean): void {
    const ofFeature = this.#how.geometry !== null && this.#nodes[this.#nodes.length - 1] === this.#root
    if (ofFeature && node.name === 'geometry') this.#featureGeometry = node
    if (ofFeature && node.name === 'properties') this.#properties = node
    if (list && isRow) this.#push('row-list', node)
    else if (list || node === this.#featureGeometry) {
      this.#collecting = node
      this.#nested.begin(list)
    } else this.#push('object', node)
  }

  #finishNested(): void {
    const node = this.#collecting!
    this.#collecting = null
    const json = this.#nested.jsonBytes
    if (node === this.#featureGeometry) {
      this.#addGeometry(json)
      return
    }
    const plain = this.#how.lists === 'joined' ? this.#nested.plainBytes : null
    if (plain === null) {
      this.#jsonCells++
      this.#add(node, json, 0, json.length, 'list')
    } else if (this.#nested.itemCount === 0) node.seen = true
    else {
      this.#joinedCells++
      this.#add(node, plain, 0, plain.length, 'list')
    }
  }

  #addGeometry(json: Uint8Array): void {
    const [, , , whole] = this.#geometry
    const coordinates = this.#how.geometry === 'lon-lat' ? pointCoordinates(decoder.decode(json)) : null
    if (coordinates === null) this.#add(whole!, json, 0, json.length, 'list')
    else
      coordinates.forEach((text, index) => {
        const bytes = encoder.encode(text)
        this.#add(this.#geometry[index]!, bytes, 0, bytes.length, 'number')
      })
  }

  #add(
    node: ColumnNode,
    bytes: Uint8Array,
    start: number,
    end: number,
    kind: 'text' | 'number' | 'boolean' | 'list',
  ): void {
    if (!node.add(this.#row, bytes, start, end, kind)) return
    this.#repeatedName ||= node.name
    if (this.#repeatedRows.length < MOST_NOTED_ROWS) this.#repeatedRows.push(this.#row)
  }

  #nextRow(): void {
    this.#row = this.#rowCount++
  }

  #toRow(row: number): void {
    this.#row = row
    this.#rowCount = Math.max(this.#rowCount, row + 1)
  }

  #push(frame: Frame, node: ColumnNode | null): void {
    this.#frames.push(frame)
    this.#nodes.push(node)
    this.#positions.push(0)
  }

  /** After a first row that is a list: makes names of it, if it holds names. */
  #takeHeader(): void {
    const nodes = this.#root.below
    const texts = nodes.map(({ cells }) => cells?.dictionary.finish().text(1) ?? '')
    const isNames =
      nodes.every(
        (node, index) =>
          node.filled === 1 && node.numbers + node.booleans === 0 && texts[index]!.trim() !== '',
      ) && new Set(texts).size === texts.length
    this.#header = this.#how.header ?? isNames
    if (!this.#header) return
    nodes.forEach((node, index) => {
      node.name = texts[index]!
      node.reset()
    })
    this.#row = -1
    this.#rowCount = 0
  }
}
