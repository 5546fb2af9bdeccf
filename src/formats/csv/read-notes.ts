import { csvReading } from '../../i18n/csv-reading.ts'
import { wordsIn } from '../../i18n/words.ts'
import { cellText } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import type { ReadNote } from '../format.ts'
import type { Scanned } from './cell-scanner.ts'
import { said } from './found-options.ts'
import { shortened, type Settled } from './settle-encoding.ts'

/** What a person should know about how the file was read. */
export function readNotes(table: Table, scanned: Scanned, settled: Settled): ReadNote[] {
  const notes: ReadNote[] = []
  const note = (
    code: string,
    severity: ReadNote['severity'],
    say: Parameters<typeof said>[0],
    rows?: readonly number[],
  ) => {
    notes.push({ code, severity, text: said(say), ...(rows === undefined ? {} : { rows }) })
  }
  const names = table.columns.map((column) => column.name)
  const given = table.columns
    .filter(({ nameInFile }) => nameInFile?.kind === 'unclear')
    .map(({ name }) => name)
  const { width, shortRows, longRows, blankRows, strayQuotes, lineEnds } = scanned

  const titles = settled.titles.map((cells) => cells.filter((cell) => cell.trim() !== '').join(' · '))
  const titleTexts = titles.filter((title) => title !== '')
  if (titleTexts.length > 0) {
    const text = {
      fr: titleTexts
        .slice(0, 20)
        .map((title) => wordsIn('fr').name(title))
        .join(', '),
      en: titleTexts
        .slice(0, 20)
        .map((title) => wordsIn('en').name(title))
        .join(', '),
    }
    notes.push({
      code: 'title-lines',
      severity: 'info',
      text: {
        fr: csvReading.fr.titleLines(titleTexts.length, text.fr),
        en: csvReading.en.titleLines(titleTexts.length, text.en),
      },
    })
  }
  const blankEdges = scanned.blankEdgeRows + (titles.length - titleTexts.length)
  if (blankEdges > 0) note('blank-edge-rows', 'info', (w) => w.blankEdgeRows(blankEdges))
  if (settled.header === null) note('no-column-names', 'look', (w) => w.unnamed(names.length))
  else if (given.length > 0) note('column-names-given', 'look', (w) => w.renamed(given))
  if (settled.header !== null && table.rowCount === 0) note('header-only', 'look', (w) => w.headerOnly)
  if (blankRows.count > 0) note('blank-rows', 'look', (w) => w.blankRows(blankRows.count), blankRows.rows)
  if (shortRows.count > 0)
    note('short-rows', 'look', (w) => w.shortRows(shortRows.count, width), shortRows.rows)
  if (longRows.count > 0) {
    note('long-rows', 'look', (w) => w.longRows(longRows.count, width, names.slice(width)), longRows.rows)
  }
  if (strayQuotes.count > 0) {
    note('stray-quotes', 'look', (w) => w.strayQuotes(strayQuotes.rows, strayQuotes.count))
  }
  const { foreign, lost, zeroBytes } = settled
  if (foreign !== null) {
    note('mixed-encoding', 'look', (w) => w.mixedEncoding(foreign.count, foreign.example), foreign.rows)
  }
  if (lost !== null)
    note('lost-letters', 'look', (w) => w.lostCharacters(lost.count, lost.example), lost.rows)
  if (zeroBytes !== null) note('null-characters', 'look', (w) => w.zeroBytes(zeroBytes.count), zeroBytes.rows)
  if ([lineEnds.lf, lineEnds.crlf, lineEnds.cr].filter((count) => count > 0).length > 1) {
    note('line-ends', 'info', (w) => w.lineEnds)
  }
  const footer = footerRow(table, new Set(blankRows.rows))
  if (footer !== null) {
    note('footer-line', 'look', (w) => w.footer(shortened(cellText(table.columns[0]!, footer))), [footer])
  }
  return notes
}

const FOOTER = /^\W*(sources?|notes?|n\.?\s?b|lecture|champ|données|mise à jour|extrait|\*|\(\d+\))/iu

/** A row at the bottom with a single text, in the first column, that speaks about the table. */
function footerRow(table: Table, blankRows: ReadonlySet<number>): number | null {
  const [first, ...others] = table.columns
  const row = table.rowCount - 1
  if (first === undefined || others.length === 0 || row < 1) return null
  if (first.codes[row] === 0 || others.some((column) => column.codes[row] !== 0)) return null
  return FOOTER.test(cellText(first, row)) || blankRows.has(row - 1) ? row : null
}
