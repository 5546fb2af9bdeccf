import { Problem } from '../../problem/problem.ts'
import { ColumnBuilder, type Column } from '../../table/column.ts'
import { tableOf, type Table } from '../../table/table.ts'
import { distinctNames } from '../distinct-names.ts'
import type { ElementHandler } from '../xml/read-elements.ts'
import { DEEPEST } from './element-shape.ts'
import { isOwnAttribute } from './own-attributes.ts'

const MOST_COLUMNS = 20_000
const MOST_CODES = 2e9
const BETWEEN = ' | '

/** An element or an attribute within the rows: its cells, and what is within it. */
class Node {
  readonly name: string
  readonly attributes = new Map<string, Node>()
  readonly elements = new Map<string, Node>()
  /** Whether it stood in the file, even without a value. */
  seen = false
  cells: ColumnBuilder | null = null
  /** In the row that is being read: its texts, and how often the element came. */
  readonly texts: string[] = []
  times = 0
  hasGap = false

  constructor(name: string) {
    this.name = name
  }
}

export interface ElementRows {
  table: Table
  /** Cells that bring several texts together, and those of them where this is ambiguous. */
  joinedCells: number
  ambiguousCells: number
}

/** Makes a row of each element at the path; attributes and elements within become columns. */
export class RowReader implements ElementHandler {
  readonly #path: readonly string[]
  readonly #repeated: 'joined' | 'columns'
  readonly #root: Node
  /** Open elements of the path, from the root element down. */
  #matched = 0
  readonly #open: Node[] = []
  readonly #texts: string[] = []
  readonly #hasElements: boolean[] = []
  readonly #isNil: boolean[] = []
  /** Elements within each open one, by name. */
  readonly #counts: Map<string, number>[] = []
  readonly #touched = new Set<Node>()
  #columns = 0
  readonly #rest = new Node('')
  #rowCount = 0
  #joinedCells = 0
  #ambiguousCells = 0

  constructor(path: string, repeated: 'joined' | 'columns') {
    this.#path = path.split('/')
    this.#repeated = repeated
    this.#root = new Node(this.#path[this.#path.length - 1]!)
  }

  get rowCount(): number {
    return this.#rowCount
  }

  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void {
    if (depth >= DEEPEST) throw new Problem('xml-too-deep', { levels: DEEPEST })
    const level = this.#open.length
    let node: Node
    if (level === 0) {
      if (depth !== this.#matched || name !== this.#path[depth]) return
      this.#matched++
      if (this.#matched < this.#path.length) return
      node = this.#root
    } else {
      this.#hasElements[level - 1] = true
      node = this.#within(this.#open[level - 1]!, name, level - 1)
    }
    this.#open.push(node)
    this.#texts[level] = ''
    this.#hasElements[level] = false
    this.#counts[level]?.clear()
    node.times++
    this.#touched.add(node)
    this.#isNil[level] = isNil(attributes)
    if (this.#isNil[level]) node.seen = true
    for (const [attribute, value] of Object.entries(attributes)) {
      if (!isOwnAttribute(attribute)) continue
      let cell = node.attributes.get(attribute)
      if (cell === undefined) {
        cell = this.#newNode(`@${attribute}`)
        if (cell !== this.#rest) node.attributes.set(attribute, cell)
      }
      this.#add(cell, value, node.times)
    }
  }

  close(_name: string, depth: number): void {
    const node = this.#open.pop()
    if (node === undefined) {
      if (depth < this.#matched) this.#matched = depth
      return
    }
    const level = this.#open.length
    const text = this.#texts[level]!
    const holdsOthers = this.#hasElements[level] === true || node.attributes.size > 0
    // Blanks between tags are the layout of the file.
    if (holdsOthers ? text.trim() !== '' : !(this.#isNil[level] === true && text === '')) {
      this.#add(node, text, level === 0 ? 1 : this.#open[level - 1]!.times)
    }
    if (level > 0) return
    this.#endRow()
    this.#matched = depth
  }

  text(text: string): void {
    const level = this.#open.length - 1
    if (level >= 0) this.#texts[level] = this.#texts[level]! + text
  }

  /** The table of all whole rows. Throws Problem `too-many-names`. */
  finish(): ElementRows {
    const nodes: { node: Node; name: string }[] = []
    const collect = (node: Node, path: string): void => {
      const isRoot = node === this.#root
      for (const attribute of node.attributes.values()) {
        nodes.push({ node: attribute, name: isRoot ? attribute.name : `${path}/${attribute.name}` })
      }
      if (node.cells !== null || (node.seen && node.elements.size === 0 && !isRoot))
        nodes.push({ node, name: path })
      for (const element of node.elements.values())
        collect(element, isRoot ? element.name : `${path}/${element.name}`)
    }
    collect(this.#root, this.#root.name)
    const columnCount = Math.max(this.#columns, nodes.length)
    if (columnCount > MOST_COLUMNS || columnCount * this.#rowCount > MOST_CODES)
      throw new Problem('too-many-names', { columns: columnCount })
    const names = distinctNames(nodes.map(({ name }) => name))
    const columns = nodes.map(({ node }, index): Column => {
      const cells = node.cells ?? new ColumnBuilder()
      cells.codes.padTo(this.#rowCount)
      return cells.finish(names[index]!)
    })
    return {
      table: tableOf(columns, this.#rowCount),
      joinedCells: this.#joinedCells,
      ambiguousCells: this.#ambiguousCells,
    }
  }

  #within(parent: Node, name: string, level: number): Node {
    let key = name
    if (this.#repeated === 'columns') {
      const counts = (this.#counts[level] ??= new Map<string, number>())
      const times = (counts.get(name) ?? 0) + 1
      counts.set(name, times)
      if (times > 1) key = `${name} (${times})`
    }
    let node = parent.elements.get(key)
    if (node === undefined) {
      node = this.#newNode(key)
      if (node !== this.#rest) parent.elements.set(key, node)
    }
    return node
  }

  /** `turn` says in which of the elements around it the text stands, from 1: those before that have none leave a gap. */
  #add(node: Node, text: string, turn: number): void {
    this.#touched.add(node)
    while (node.texts.length < turn - 1) {
      node.texts.push('')
      node.hasGap = true
    }
    node.texts.push(text)
  }

  #endRow(): void {
    const row = this.#rowCount++
    for (const node of this.#touched) {
      const { texts } = node
      if (texts.length > 0) {
        node.cells ??= new ColumnBuilder()
        const [first] = texts
        const text = texts.length === 1 ? first! : texts.join(BETWEEN)
        node.cells.codes.set(row, node.cells.dictionary.addText(text))
        if (texts.length > 1) {
          this.#joinedCells++
          if (node.hasGap || texts.some((part) => part === '' || part.includes('|'))) this.#ambiguousCells++
        }
      }
      texts.length = 0
      node.times = 0
      node.hasGap = false
    }
    this.#touched.clear()
  }

  /** Past the limit, whatever comes is of no use: `finish` refuses the file. */
  #newNode(name: string): Node {
    return ++this.#columns > MOST_COLUMNS ? this.#rest : new Node(name)
  }
}

const isNil = (attributes: Readonly<Record<string, string>>): boolean =>
  attributes['xsi:nil'] === 'true' || attributes['xsi:nil'] === '1'
