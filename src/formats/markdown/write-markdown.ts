import * as v from 'valibot'
import type { Column } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import { BytePieces } from '../byte-pieces.ts'
import { entryBytes } from '../entry-bytes.ts'
import type { Writer } from '../format.ts'

const options = v.strictObject({})

/**
 * A table as GitHub and most wikis read it (GFM). Signs that Markdown would take for its own are escaped, line ends are `<br>`,
 * and blanks at the ends, which it would drop, are entities, so that what is shown is the text of the cell.
 */
export const markdownWriter: Writer<v.InferOutput<typeof options>> = {
  id: 'markdown',
  name: { fr: 'Tableau Markdown', en: 'Markdown table' },
  extension: 'md',
  mediaType: 'text/markdown;charset=utf-8',
  options,
  write: writeMarkdown,
}

const encoder = new TextEncoder()
const encode = (text: string): Uint8Array => encoder.encode(text)

const START = encode('| ')
const BETWEEN = encode(' | ')
const END = encode(' |\n')

function* writeMarkdown(table: Table) {
  const { columns, rowCount } = table
  if (columns.length === 0) return
  const pieces = new BytePieces()
  pieces.add(encode(`| ${columns.map(({ name }) => markdownText(name)).join(' | ')} |\n`))
  // Numbers stand to the right.
  pieces.add(encode(`| ${columns.map(({ type }) => (type === 'number' ? '---:' : '---')).join(' | ')} |\n`))
  const written = columns.map((column) => ({ codes: column.codes, ...markdownEntries(column) }))
  for (let row = 0; row < rowCount; row++) {
    written.forEach(({ codes, bytes, ends }, index) => {
      const code = codes[row]!
      pieces.add(index === 0 ? START : BETWEEN)
      pieces.add(bytes, code === 0 ? 0 : ends[code - 1]!, ends[code])
    })
    pieces.add(END)
    if (pieces.full) yield pieces.take()
  }
  yield pieces.take()
}

const markdownEntries = (column: Column) =>
  entryBytes(column, (code) => {
    const text = column.dictionary.text(code)
    const escaped = markdownText(text)
    return escaped === text ? undefined : encode(escaped)
  })

const markdownText = (text: string): string =>
  text
    .replace(/[\\|`*_{}[\]<>&~#$!]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '<br>')
    .replace(/^[ \t]+|[ \t]+$/g, (blanks) =>
      Array.from(blanks, (blank) => `&#${blank.charCodeAt(0)};`).join(''),
    )
