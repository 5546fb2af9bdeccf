import type {
  CellClassParams,
  ColDef,
  EditableCallbackParams,
  SuppressHeaderKeyboardEventParams,
} from 'ag-grid-community'
import { gridWords } from '../../i18n/grid.ts'
import type { ColumnView } from '../../../workers/facade.ts'
import { language } from '../language.svelte.ts'
import { CellRenderer } from './cell-renderer.ts'
import { canonicalText, shownText } from './cell-text.ts'
import { ColumnHeader, type HeaderHost } from './column-header.ts'
import { cellOf, rowNumber, type GridRow } from './grid-row.ts'

const ROW_NUMBER = 'row-number'

/** The column of row numbers, always first. */
export const rowNumberDef = (): ColDef<GridRow> => ({
  colId: ROW_NUMBER,
  headerValueGetter: () => language.say(gridWords).row,
  valueGetter: ({ data }) => (data === undefined ? '' : String(rowNumber(data))),
  pinned: 'left',
  lockPinned: true,
  lockPosition: 'left',
  suppressMovable: true,
  resizable: false,
  initialWidth: 64,
  minWidth: 44,
  cellClass: 'row-number',
  headerClass: 'row-number-head',
  editable: false,
})

const MARGINS = { value: 22, head: 44 }
const pen = document.createElement('canvas').getContext('2d')

function pixels(text: string, weight: 400 | 600): number {
  if (pen === null) return text.length * 8
  pen.font = `${weight} 14px ${getComputedStyle(document.body).fontFamily}`
  return Math.ceil(pen.measureText(text).width)
}

/** The line under the name: glyph, type, number of values, in small. */
function kindWidth({ type, distinct }: ColumnView): number {
  const words = language.say(gridWords)
  const SMALL = 12 / 14
  return (
    Math.ceil(pixels(`${words.types[type]} · ${words.distinct(distinct)}`, 400) * SMALL) + 22 + MARGINS.value
  )
}

/** A width that shows the name and the usual values, within reason. */
function firstWidth(column: ColumnView): number {
  const { name, top, type } = column
  // Digits leave room for the spaces that they get once they are numbers.
  const shown = top.map(({ text }) => (/^\d[\d\s.,]*$/.test(text) ? `${text}00` : text))
  const values = Math.max(...shown.map((text) => pixels(text, 400)), type.length * 6 + 90)
  return Math.min(
    280,
    Math.max(120, values + MARGINS.value, pixels(name, 600) + MARGINS.head, kindWidth(column)),
  )
}

interface Look {
  id: string
  hide: boolean
  pinned: boolean
}

/** A column of the grid. Its id is not its name: it outlives a renaming. */
export function columnDef(
  column: ColumnView,
  look: Look,
  host: HeaderHost,
  mayEdit: () => boolean,
): ColDef<GridRow> {
  const { name, type } = column
  const rule = (holds: (row: GridRow) => boolean) => (params: CellClassParams<GridRow>) =>
    params.data !== undefined && holds(params.data)
  const kind = () => host.column(name)?.type ?? type
  const changeIs = (change: ColumnView['change']) => () => host.column(name)?.change === change
  return {
    colId: look.id,
    headerName: name,
    type: [],
    hide: look.hide,
    pinned: look.pinned ? 'left' : null,
    initialWidth: firstWidth(column),
    headerComponent: ColumnHeader,
    headerComponentParams: { name, host },
    suppressHeaderKeyboardEvent: (params) => headerKey(params, name, host),
    cellRenderer: CellRenderer,
    cellRendererParams: { name },
    valueGetter: ({ data }) => (data === undefined ? undefined : (cellOf(data, name)?.text ?? null)),
    valueFormatter: ({ value }) =>
      typeof value === 'string' ? shownText(value, kind(), language.current) : '',
    valueParser: ({ newValue }) => canonicalText(newValue, kind(), language.current),
    cellEditorParams: { useFormatter: true },
    editable: ({ data }: EditableCallbackParams<GridRow>) => data !== undefined && mayEdit(),
    cellClassRules: {
      number: () => kind() === 'number',
      unconverted: rule((row) => cellOf(row, name)?.unconverted === true),
      changed: rule((row) => cellOf(row, name)?.before !== undefined),
      // Of another type, though many a cell reads as before.
      converted: changeIs('changed'),
      added: changeIs('added'),
      removed: changeIs('removed'),
      'in-selection': () => host.isSelected(name),
      found: ({ rowIndex }) => host.isFound(rowIndex, name),
    },
  }
}

/** Enter opens the menu of a header, space selects its column (with Ctrl more than one, with Shift up to it). */
function headerKey(
  { event }: SuppressHeaderKeyboardEventParams<GridRow>,
  name: string,
  host: HeaderHost,
): boolean {
  if (event.key === 'Enter' || event.key === 'ContextMenu') {
    event.preventDefault()
    if (event.target instanceof HTMLElement) host.openMenu(name, event.target)
    return true
  }
  if (event.key !== ' ') return false
  event.preventDefault()
  host.select(name, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only')
  return true
}
