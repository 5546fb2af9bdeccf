import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import { gridWords } from '../../i18n/grid.ts'
import { language } from '../language.svelte.ts'
import { blanksShown } from './blanks-shown.svelte.ts'
import { shownText } from './cell-text.ts'
import { cellOf, type GridCell, type GridRow } from './grid-row.ts'
import { strayBlanks } from './stray-blanks.ts'

type Params = ICellRendererParams<GridRow, string | null> & { name: string }

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

/** A text as an element, its stray blanks marked. */
function marked(tag: string, className: string, text: string): HTMLElement {
  const made = element(tag, className, '')
  for (const part of strayBlanks(text))
    made.append(part.stray ? element('span', 'stray', part.text) : part.text)
  return made
}

function valueNode(text: string | null, cell: GridCell, tag: string, className: string): HTMLElement {
  if (text === null || text === '') return element('span', 'nil', gridWords[language.current].blankCell)
  const shown = cell.unconverted ? text : shownText(text, cell.column.type, language.current)
  const isText = cell.unconverted || cell.column.type === 'text'
  return isText && blanksShown.on ? marked(tag, className, shown) : element(tag, className, shown)
}

/** Draws a cell: its value, what it was before the step in preparation, a sign when it could not be converted. */
export class CellRenderer implements ICellRendererComp<GridRow> {
  readonly #gui = document.createElement('span')

  init(params: Params): void {
    this.#gui.className = 'cell'
    this.#draw(params)
  }

  getGui(): HTMLElement {
    return this.#gui
  }

  refresh(params: Params): boolean {
    this.#draw(params)
    return true
  }

  #draw({ data, name }: Params): void {
    const cell = data === undefined ? undefined : cellOf(data, name)
    if (cell === undefined) {
      this.#gui.replaceChildren(element('span', 'bone', ''))
      return
    }
    const words = gridWords[language.current]
    const parts: Node[] = []
    if (cell.before !== undefined) {
      // Where only blanks go, nothing else would tell what was there.
      const old =
        cell.before !== null &&
        (blanksShown.on || cell.before.trim() !== cell.before || /\s{2}/.test(cell.before))
          ? marked('s', '', cell.before)
          : element('s', '', cell.before ?? words.blankCell)
      old.prepend(element('span', 'unseen', words.was))
      parts.push(old, element('span', 'unseen', words.is), valueNode(cell.text, cell, 'b', ''))
    } else parts.push(valueNode(cell.text, cell, 'span', 'value'))
    if (cell.unconverted) {
      const sign = element('span', 'sign', '⚠')
      sign.setAttribute('role', 'img')
      sign.setAttribute('aria-label', words.unconverted)
      parts.unshift(sign)
    }
    const whole =
      cell.before !== undefined
        ? `${cell.before ?? words.blankCell} → ${cell.text ?? words.blankCell}`
        : cell.text === null || cell.text.length < 12
          ? ''
          : cell.text
    this.#gui.title = cell.unconverted ? `${cell.text ?? ''}\n${words.unconvertedHint}` : whole
    this.#gui.replaceChildren(...parts)
  }
}
