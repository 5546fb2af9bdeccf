import { Problem } from '../../problem/problem.ts'
import { ColumnBuilder, type Column } from '../../table/column.ts'
import { tableOf, type Table } from '../../table/table.ts'
import { distinctNames } from '../distinct-names.ts'
import type { ColumnNode } from './column-node.ts'

/** The paths of all records, with their cells. */
export interface RecordNodes {
  /** Of a file whose records stand under a key each; `null` for other files. */
  key: ColumnNode | null
  root: ColumnNode
  /** Members of a GeoJSON feature that are not columns of their own. */
  properties: ColumnNode | null
  featureGeometry: ColumnNode | null
  /** What a GeoJSON geometry became; `null` for other files. */
  geometry: readonly ColumnNode[] | null
}

export interface TableOfNodes {
  table: Table
  /** Names of columns that are shorter than others, of a file that holds columns. */
  shortColumns: readonly string[]
  typedColumns: readonly string[]
}

interface NamedNode {
  node: ColumnNode
  name: string
}

const MOST_COLUMNS = 20_000
const MOST_CODES = 2e9
const CANONICAL = /^-?\d+(\.\d+)?$/

/**
 * One column for each path that has cells, named by its path, in the order in which the file shows them. `lengths` tells how many
 * values each column has, of a file that holds columns. With `typed`, columns of numbers or booleans alone get their type.
 * Throws Problem `too-many-names`.
 */
export function tableOfNodes(
  record: RecordNodes,
  rowCount: number,
  typed: boolean,
  lengths: ReadonlyMap<ColumnNode, number>,
): TableOfNodes {
  const nodes: NamedNode[] = record.key === null ? [] : [{ node: record.key, name: record.key.name }]
  collect(record.root, record.root.name, record, nodes)
  for (const node of record.geometry ?? []) if (node.cells !== null) nodes.push({ node, name: node.name })
  if (nodes.length > MOST_COLUMNS || nodes.length * rowCount > MOST_CODES)
    throw new Problem('too-many-names', { columns: nodes.length })
  const names = distinctNames(nodes.map(({ name }) => name))
  const shortColumns: string[] = []
  const typedColumns: string[] = []
  const columns = nodes.map(({ node }, index): Column => {
    const name = names[index]!
    const column = finished(node, name, rowCount)
    if ((lengths.get(node) ?? rowCount) < rowCount) shortColumns.push(name)
    if (!typed) return column
    const type = typeOf(node, column)
    if (type !== 'text') typedColumns.push(name)
    return { ...column, type }
  })
  return { table: tableOf(columns, rowCount), shortColumns, typedColumns }
}

/** A node's own column and those of the nodes below it. */
function collect(node: ColumnNode, name: string, record: RecordNodes, nodes: NamedNode[]): void {
  const { root, properties, featureGeometry } = record
  const standsAlone = node.seen && node.below.length === 0 && node !== root && node !== featureGeometry
  if ((node.cells !== null && !isFeatureType(node, record)) || standsAlone) {
    nodes.push({ node, name })
    for (let twin = node.twin; twin !== null; twin = twin.twin) nodes.push({ node: twin, name })
  }
  const prefix = node === root || node === properties ? '' : `${name}.`
  for (const below of node.below) collect(below, prefix + below.name, record, nodes)
}

/** Every feature says `"type": "Feature"`, which is the form of the file and nothing about the place. */
function isFeatureType(node: ColumnNode, { root, geometry }: RecordNodes): boolean {
  if (geometry === null || node.name !== 'type' || !root.below.includes(node)) return false
  const texts = node.cells!.dictionary.finish()
  return node.twin === null && texts.size === 2 && texts.text(1) === 'Feature'
}

function finished(node: ColumnNode, name: string, rowCount: number): Column {
  const cells = node.cells ?? new ColumnBuilder()
  cells.codes.padTo(rowCount)
  return cells.finish(name)
}

/** The type that every filled cell had in the file, if numbers are written as we write them. */
function typeOf(node: ColumnNode, { dictionary }: Column): Column['type'] {
  if (node.filled === 0) return 'text'
  if (node.booleans === node.filled) return 'boolean'
  if (node.numbers < node.filled) return 'text'
  for (let code = 1; code < dictionary.size; code++) if (!CANONICAL.test(dictionary.text(code))) return 'text'
  return 'number'
}
