import type { IHeaderComp, IHeaderParams } from 'ag-grid-community'
import { gridWords } from '../../i18n/grid.ts'
import type { ColumnView } from '../../../workers/facade.ts'
import { language } from '../language.svelte.ts'

/** What a header asks of the grid around it. */
export interface HeaderHost {
  column(name: string): ColumnView | undefined
  isSelected(name: string): boolean
  isFound(row: number | null, name: string): boolean
  select(name: string, how: 'only' | 'toggle' | 'range'): void
  openMenu(name: string, anchor: HTMLElement): void
  /** `null` when the pointer and the focus have left. */
  peek(name: string | null, anchor: HTMLElement): void
  live: Set<ColumnHeader>
}

type Params = IHeaderParams & { name: string; host: HeaderHost }

const GLYPHS = { text: 'Aa', number: '12', date: '31', boolean: '✓' } as const
/** Letters of a long name kept at its end: columns of one family differ there. */
const TAIL = 7

const part = (tag: string, className: string, text = ''): HTMLElement => {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

/** Header of a column: name, type as a glyph and a word, a bar for filled, unconverted and blank cells, a menu button. */
export class ColumnHeader implements IHeaderComp {
  readonly #gui = part('div', 'head')
  #params!: Params

  init(params: Params): void {
    this.#params = params
    params.host.live.add(this)
    this.#gui.addEventListener('click', this.#click)
    const { eGridHeader: cell } = params
    for (const event of ['pointerenter', 'focus']) cell.addEventListener(event, this.#enter)
    for (const event of ['pointerleave', 'blur']) cell.addEventListener(event, this.#leave)
    this.update()
  }

  getGui(): HTMLElement {
    return this.#gui
  }

  refresh(params: Params): boolean {
    this.#params = params
    this.update()
    return true
  }

  destroy(): void {
    this.#leave()
    this.#params.host.live.delete(this)
  }

  /** Draws the header again from the table shown. */
  update(): void {
    const { name, host, eGridHeader } = this.#params
    const column = host.column(name)
    if (column === undefined) return
    const words = gridWords[language.current]
    const selected = host.isSelected(name)
    const long = name.length > 2 * TAIL
    const title = part('span', 'head-name')
    title.setAttribute('aria-hidden', 'true')
    title.append(
      part('span', 'head-start', long ? name.slice(0, -TAIL) : name),
      part('span', 'head-end', long ? name.slice(-TAIL) : ''),
    )
    const kind = part('span', 'head-kind')
    const glyph = part('span', `glyph ${column.type}`, GLYPHS[column.type])
    glyph.setAttribute('aria-hidden', 'true')
    const change = column.change === undefined ? '' : ` · ${words[column.change]}`
    kind.append(glyph, `${words.types[column.type]} · ${words.distinct(column.distinct)}${change}`)
    this.#gui.replaceChildren(
      part('span', 'unseen', `${name} `),
      title,
      kind,
      this.#menuButton(),
      barOf(column),
    )
    eGridHeader.classList.toggle('selected', selected)
    eGridHeader.setAttribute('aria-selected', String(selected))
    for (const state of ['added', 'changed', 'removed'] as const)
      eGridHeader.classList.toggle(`column-${state}`, column.change === state)
  }

  #menuButton(): HTMLElement {
    const { name, host } = this.#params
    const button = part('button', 'head-menu') as HTMLButtonElement
    button.type = 'button'
    button.tabIndex = -1
    button.setAttribute('aria-label', gridWords[language.current].menuOf(name))
    button.setAttribute('aria-haspopup', 'menu')
    button.innerHTML =
      '<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>'
    button.addEventListener('click', (event) => {
      event.stopPropagation()
      host.openMenu(name, button)
    })
    return button
  }

  readonly #click = (event: MouseEvent): void => {
    const { name, host } = this.#params
    host.select(name, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only')
  }

  readonly #enter = (event: Event): void => {
    const { name, host, eGridHeader } = this.#params
    // A focus that the page gave back after a click asks for no explanation.
    if (event.type !== 'focus' || eGridHeader.matches(':focus-visible')) host.peek(name, eGridHeader)
  }

  readonly #leave = (): void => this.#params.host.peek(null, this.#params.eGridHeader)
}

function barOf({ filled, blank, unconverted }: ColumnView): HTMLElement {
  const bar = part('span', 'head-bar')
  const rows = Math.max(1, filled + blank)
  const good = part('i', 'good')
  good.style.width = `${((filled - unconverted) / rows) * 100}%`
  const bad = part('i', 'bad')
  bad.style.width = unconverted === 0 ? '0' : `max(3px, ${(unconverted / rows) * 100}%)`
  bar.append(good, bad)
  return bar
}
