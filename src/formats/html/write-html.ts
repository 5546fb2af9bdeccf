import * as v from 'valibot'
import { htmlTable } from '../../i18n/html-table.ts'
import type { Column } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import { BytePieces } from '../byte-pieces.ts'
import { entryBytes } from '../entry-bytes.ts'
import type { Writer } from '../format.ts'
import { htmlText } from './html-text.ts'

const options = v.strictObject({
  /** What the table is, said above it; its size if absent. */
  caption: v.optional(v.string()),
  /** Language of the page; French if absent. */
  language: v.optional(v.picklist(['fr', 'en'])),
})
export type HtmlWriterOptions = v.InferOutput<typeof options>

/**
 * A page with one table and nothing from elsewhere: a caption, a header cell a column that says so to screen readers, numbers to
 * the right, blanks and line ends of the texts shown. No text of the table can become a tag.
 */
export const htmlWriter: Writer<HtmlWriterOptions> = {
  id: 'html',
  name: { fr: 'Page web (tableau HTML)', en: 'Web page (HTML table)' },
  extension: 'html',
  mediaType: 'text/html;charset=utf-8',
  options,
  write: writeHtml,
}

const STYLE = [
  'body{margin:1rem;font-family:system-ui,sans-serif;color:#1a1a1a;background:#fff}',
  'table{border-collapse:collapse}',
  'caption{padding:.5rem 0;font-weight:600;text-align:start}',
  'th,td{padding:.25rem .5rem;border:1px solid #bbb;text-align:start;vertical-align:top;white-space:pre-wrap}',
  'th{background:#f2f2f2}',
  '.n{text-align:end;font-variant-numeric:tabular-nums}',
].join('')

const encoder = new TextEncoder()
const encode = (text: string): Uint8Array => encoder.encode(text)

const ROW = encode('<tr>')
const CELL = encode('<td>')
const NUMBER_CELL = encode('<td class="n">')
const END_OF_CELL = encode('</td>')
const END_OF_ROW = encode('</tr>\n')

function* writeHtml(table: Table, { caption, language = 'fr' }: HtmlWriterOptions) {
  const { columns, rowCount } = table
  const title = htmlText(caption ?? htmlTable[language].caption(rowCount, columns.length))
  const pieces = new BytePieces()
  pieces.add(
    encode(
      `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${title}</title><style>${STYLE}</style></head>\n<body>\n<table>\n<caption>${title}</caption>\n<thead><tr>` +
        columns
          .map(
            ({ name, type }) =>
              `<th scope="col"${type === 'number' ? ' class="n"' : ''}>${htmlText(name)}</th>`,
          )
          .join('') +
        '</tr></thead>\n<tbody>\n',
    ),
  )
  const written = columns.map((column) => ({
    codes: column.codes,
    start: column.type === 'number' ? NUMBER_CELL : CELL,
    ...htmlEntries(column),
  }))
  for (let row = 0; row < (columns.length === 0 ? 0 : rowCount); row++) {
    pieces.add(ROW)
    for (const { codes, start, bytes, ends } of written) {
      const code = codes[row]!
      pieces.add(start)
      pieces.add(bytes, code === 0 ? 0 : ends[code - 1]!, ends[code])
      pieces.add(END_OF_CELL)
    }
    pieces.add(END_OF_ROW)
    if (pieces.full) yield pieces.take()
  }
  pieces.add(encode('</tbody>\n</table>\n</body>\n</html>\n'))
  yield pieces.take()
}

const htmlEntries = (column: Column) =>
  entryBytes(column, (code) => {
    const text = column.dictionary.text(code)
    const escaped = htmlText(text)
    return escaped === text ? undefined : encode(escaped)
  })
