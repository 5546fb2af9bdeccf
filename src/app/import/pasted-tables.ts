/** A table of a web page, as its texts. */
export interface PastedTable {
  /** What the page says it is, '' for nothing. */
  title: string
  rows: readonly (readonly string[])[]
}

const MOST_SPAN = 1000
const BLOCKS = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'TR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'])
const NOT_READ = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'])

/** Spreadsheets put the same cells as plain text beside, one a tab, as they are shown there. */
export const isOfSpreadsheet = (html: string): boolean =>
  /content="?(Excel\.Sheet|LibreOffice|OpenOffice|Microsoft Excel)|schemas-microsoft-com:office:excel|google-sheets-html-origin/i.test(
    html,
  )

/** The tables of a piece of a web page, in its order; what only lays a page out is left out. Nothing of it is run or loaded. */
export function tablesOf(html: string): PastedTable[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return [...page.querySelectorAll('table')]
    .filter((table) => table.querySelector('table') === null)
    .map((table) => ({ title: plainText(table.caption ?? headingBefore(table)), rows: rowsOf(table) }))
    .filter(({ rows }) => rows.length > 1 || (rows[0]?.length ?? 0) > 1)
}

/** The heading that stands nearest above a table, if no other table is in between. */
function headingBefore(table: Element): Element | null {
  for (let at: Element | null = table; at !== null; at = at.parentElement) {
    for (let before = at.previousElementSibling; before !== null; before = before.previousElementSibling) {
      if (before.matches('table') || before.querySelector('table') !== null) return null
      if (/^H[1-6]$/.test(before.tagName)) return before
    }
  }
  return null
}

/** Cells in their places; one that spans several stands in the first, as in a spreadsheet. */
function rowsOf(table: HTMLTableElement): string[][] {
  const rows: (string | undefined)[][] = []
  for (const [at, { cells }] of [...table.rows].entries()) {
    const row = (rows[at] ??= [])
    let column = 0
    for (const cell of cells) {
      while (row[column] !== undefined) column++
      const text = plainText(cell)
      const width = Math.min(cell.colSpan, MOST_SPAN)
      const height = Math.min(Math.max(1, cell.rowSpan), table.rows.length - at)
      for (let down = 0; down < height; down++) {
        const line = (rows[at + down] ??= [])
        for (let right = 0; right < width; right++)
          line[column + right] = down === 0 && right === 0 ? text : ''
      }
      column += width
    }
  }
  const width = Math.max(0, ...rows.map((row) => row.length))
  return rows
    .map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
    .filter((row) => row.some((text) => text !== ''))
}

/** The text as a person sees it: white space runs together, line breaks and blocks end lines. */
function plainText(element: Element | null): string {
  if (element === null) return ''
  let text = ''
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ')
    else if (node instanceof Element || node.nodeType === Node.ELEMENT_NODE) {
      const { tagName } = node as Element
      if (NOT_READ.has(tagName)) return
      if (tagName === 'BR') text += '\n'
      if (BLOCKS.has(tagName)) text += '\n'
      node.childNodes.forEach(visit)
      if (BLOCKS.has(tagName)) text += '\n'
    }
  }
  visit(element)
  return text
    .split('\n')
    .map((line) => line.replace(/^ +| +$/g, '').replace(/ +/g, ' '))
    .filter((line) => line !== '')
    .join('\n')
}

/** The table as a text file. Every cell is quoted, so that nothing in it can be taken for a separator. */
export function asFile({ title, rows }: PastedTable, otherwise: string): File {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const lines = rows.map((row) => row.map(quoted).join('\t') + '\n')
  const name = title
    .split('\n')[0]!
    .slice(0, 60)
    .replace(/[.\s]+$/, '')
  return new File(lines, `${name || otherwise}.tsv`, { type: 'text/tab-separated-values' })
}
