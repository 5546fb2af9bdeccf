import { csvReading } from '../../i18n/csv-reading.ts'
import { wordsIn } from '../../i18n/words.ts'
import { cellText } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import type { ReadNote } from '../format.ts'
import type { RowTally, Scanned } from './cell-scanner.ts'
import type { ChosenTable } from './choose-table.ts'
import { declaredSeparator } from './decide.ts'
import { said, type Opened } from './found-options.ts'
import { undoubled, withoutControls } from './repair-text.ts'
import { shortened } from './settle-encoding.ts'
import type { StackedTable } from './stacked-tables.ts'

/** What a person should know about how the file was read. */
export function readNotes(
  { table, newRow }: ChosenTable,
  { decided, settled, recut, whole, stacked }: Opened,
  scanned: Scanned,
): ReadNote[] {
  const notes: ReadNote[] = []
  const placed = (rows: readonly number[]): number[] => rows.flatMap((row) => newRow(row) ?? [])
  const note = (
    code: string,
    severity: ReadNote['severity'],
    say: Parameters<typeof said>[0],
    rows?: readonly number[],
  ) => {
    notes.push({ code, severity, text: said(say), ...(rows === undefined ? {} : { rows: placed(rows) }) })
  }
  const names = table.columns.map((column) => column.name)
  const given = table.columns
    .filter(({ nameInFile }, index) => nameInFile?.kind === 'unclear' && index < scanned.width)
    .map(({ name }) => name)
  const { width, strayQuotes, lineEnds } = scanned
  /** Rows that were set aside need nothing said, as far as they are known. */
  const mended = new Set(recut.map(({ row }) => row))
  const inTable = ({ count, rows }: RowTally): RowTally => {
    const irregular = rows.filter((row) => !mended.has(row))
    const aside = count > rows.length ? 0 : irregular.length - placed(irregular).length
    return { count: count - aside - (rows.length - irregular.length), rows: irregular }
  }
  const shortRows = inTable(scanned.shortRows)
  const longRows = inTable(scanned.longRows)
  const blankRows = inTable(scanned.blankRows)

  const isDeclaration = declaredSeparator(settled.titles[0]?.join(';') ?? '') !== null
  const titles = settled.titles
    .slice(isDeclaration ? 1 : 0)
    .map((cells) => cells.filter((cell) => cell.trim() !== '').join(' · '))
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
  if (settled.headers === null) note('no-column-names', 'look', (w) => w.unnamed(names.length))
  else if (given.length > 0) note('column-names-given', 'look', (w) => w.renamed(given))
  if (settled.headers !== null && table.rowCount === 0) note('header-only', 'look', (w) => w.headerOnly)
  if (blankRows.count > 0) note('blank-rows', 'look', (w) => w.blankRows(blankRows.count), blankRows.rows)
  if (shortRows.count > 0)
    note('short-rows', 'look', (w) => w.shortRows(shortRows.count, width), shortRows.rows)
  if (longRows.count > 0) {
    note('long-rows', 'look', (w) => w.longRows(longRows.count, width, names.slice(width)), longRows.rows)
  }
  if (decided.header.isForeign) note('foreign-names', 'look', (w) => w.foreignNames)
  if (recut.length > 0) {
    note('recut-rows', 'look', (w) => w.recutRows(recut.length, recut[0]!.separator), [...mended])
  }
  if (strayQuotes.count > 0) {
    note('stray-quotes', 'look', (w) => w.strayQuotes(strayQuotes.rows, strayQuotes.count))
  }
  const { foreign, lost, zeroBytes } = settled
  if (stacked.length > 0 && table !== whole) stackedNotes(notes, stacked)
  if (foreign !== null) {
    note('mixed-encoding', 'look', (w) => w.mixedEncoding(foreign.count, foreign.example), foreign.rows)
  }
  if (lost !== null)
    note('lost-letters', 'look', (w) => w.lostCharacters(lost.count, lost.example), lost.rows)
  if (zeroBytes !== null) note('null-characters', 'look', (w) => w.zeroBytes(zeroBytes.count), zeroBytes.rows)
  const { repair, controls, doubled } = settled
  if (controls !== null && repair !== 'none') {
    note(
      'control-characters',
      'info',
      (w) => w.controlsRead(controls.count, withoutControls(controls.example)),
      controls.rows,
    )
  }
  if (doubled !== null) {
    const { count, example, rows } = doubled
    const meant = undoubled(example)
    const isRepaired = repair === 'doubled'
    notes.push({
      code: 'doubled-letters',
      severity: isRepaired ? 'info' : 'look',
      text: said((w) => w.doubled(count, example, meant, isRepaired)),
      rows,
      ...(isRepaired
        ? {}
        : { reread: { option: 'repair', value: 'doubled', label: said((w) => w.restoreDoubled) } }),
    })
  }
  if ([lineEnds.lf, lineEnds.crlf, lineEnds.cr].filter((count) => count > 0).length > 1) {
    note('line-ends', 'info', (w) => w.lineEnds)
  }
  const footers = footerRows(table, new Set(placed(blankRows.rows)))
  if (footers.length > 0) {
    const text = shortened(cellText(table.columns[0]!, footers[0]!))
    notes.push({
      code: 'footer-line',
      severity: 'look',
      text: said((w) => w.footer(text, footers.length)),
      rows: footers,
    })
  }
  return notes
}

/** What stood between tables one below the other, and was set aside. */
function stackedNotes(notes: ReadNote[], stacked: readonly StackedTable[]): void {
  const same = stacked.filter(({ sameNames }) => sameNames)
  const other = stacked.length - same.length
  const titles = stacked.flatMap(({ title }) => (title === null ? [] : [shortened(title)]))
  if (same.length > 0)
    notes.push({ code: 'repeated-names', severity: 'look', text: said((w) => w.repeatedNames(same.length)) })
  if (other > 0)
    notes.push({ code: 'stacked-tables', severity: 'look', text: said((w) => w.stackedTables(other)) })
  if (titles.length > 0)
    notes.push({ code: 'titles-between', severity: 'info', text: said((w) => w.titlesBetween(titles)) })
}

const FOOTER = /^\W*(sources?|notes?|n\.?\s?b|lecture|champ|données|mise à jour|extrait|\*|\(\d+\))/iu

const MOST_FOOTERS = 20

/** Rows at the bottom with a single text, in the first column, that speak about the table or stand below a blank row. */
function footerRows(table: Table, blankRows: ReadonlySet<number>): number[] {
  const [first, ...others] = table.columns
  if (first === undefined || others.length === 0) return []
  const isAlone = (row: number): boolean =>
    first.codes[row] !== 0 && others.every((column) => column.codes[row] === 0)
  const rows: number[] = []
  let start: number | null = null
  for (let row = table.rowCount - 1; row > 0 && rows.length < MOST_FOOTERS && isAlone(row); row--) {
    rows.unshift(row)
    if (FOOTER.test(cellText(first, row)) || blankRows.has(row - 1)) start = row
  }
  return start === null ? [] : rows.filter((row) => row >= start)
}
