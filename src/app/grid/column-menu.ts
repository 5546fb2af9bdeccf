import { formWords } from '../../i18n/forms.ts'
import { gridWords } from '../../i18n/grid.ts'
import { listWords } from '../../i18n/list-match.ts'
import type { CellTest } from '../../steps/condition.ts'
import type { Step } from '../../steps/step.ts'
import { STEPS } from '../../steps/steps.ts'
import type { ColumnView } from '../../../workers/facade.ts'
import { language } from '../language.svelte.ts'
import { columnsMeant, prepareStep } from '../prepare-step.ts'
import type { Workbook } from '../workbook.svelte.ts'
import { blanksShown } from './blanks-shown.svelte.ts'

interface MenuEntry {
  id: string
  label: string
  run(): void
}

export interface MenuGroup {
  id: Purpose
  heading: string
  entries: readonly MenuEntry[]
}

const PURPOSES = [
  'rename',
  'filter',
  'sort',
  'fix',
  'convert',
  'codes',
  'add',
  'shape',
  'remove',
  'show',
] as const
type Purpose = (typeof PURPOSES)[number]

/** Steps whose place in the menu is not that of their group. `null`: reached in another way. */
const PLACES: Readonly<Record<string, Purpose | null>> = {
  'rename-columns': 'rename',
  'to-number': 'convert',
  'to-text': 'convert',
  'to-date': 'convert',
  'to-boolean': 'convert',
  'add-column': 'add',
  'drop-columns': 'remove',
  'drop-empty-columns': 'remove',
  'remove-rows': 'remove',
  'edit-cell': null,
  // One entry for each way.
  'sort-rows': null,
  // Through the page of variants and the list of values.
  'replace-values': null,
}

function purposeOf({ id, group }: Step): Purpose | null {
  const place = PLACES[id]
  if (place !== undefined) return place
  return group === 'codes' ? 'codes' : group === 'values' ? 'fix' : 'shape'
}

/** Whether a column of texts seems to hold numbers, by its most frequent values; codes with a zero in front are none. */
const holdsAmounts = ({ type, top }: ColumnView): boolean =>
  type === 'text' && top.length > 0 && top.every(({ text }) => /^\s*-?(?!0\d)\d[\d\s.,]*€?\s*$/.test(text))

/** The actions on a column (or on all selected ones, when it is among them), grouped by purpose. */
export function columnMenu(
  workbook: Workbook,
  column: ColumnView,
  view: { pinned: boolean; pin(pinned: boolean): void },
): MenuGroup[] {
  const words = language.say(gridWords)
  const { name } = column
  const columns = columnsMeant(workbook, name)
  const entry = (id: string, label: string, run: () => void): MenuEntry => ({ id, label, run })
  const asNumber = holdsAmounts(column)
  const filter = (test: CellTest) => () => {
    workbook.filter = test
  }
  const own: Partial<Record<Purpose, MenuEntry[]>> = {
    filter: [
      entry('values', words.column.values, () => {
        workbook.panel = { kind: 'values', column: name }
      }),
      ...(column.blank > 0 && column.filled > 0
        ? [
            entry('blank', words.column.onlyBlank, filter({ column: name, is: 'blank' })),
            entry('filled', words.column.onlyFilled, filter({ column: name, is: 'filled' })),
          ]
        : []),
      ...(column.unconverted > 0
        ? [entry('unconverted', words.column.onlyUnconverted, filter({ column: name, is: 'unconverted' }))]
        : []),
    ],
    fix: workbook.view.readOnly
      ? []
      : [
          entry('variants', words.column.variants, () => {
            workbook.panel = { kind: 'variants', column: name }
          }),
          entry('list-match', language.say(listWords).action, () => {
            workbook.panel = { kind: 'list-match', column: name }
          }),
        ],
    sort: workbook.view.readOnly
      ? []
      : language.say(formWords).sortWays[asNumber ? 'number' : column.type].map((said, index) => {
          const as = asNumber ? 'number' : 'natural'
          const key = { ...(index === 0 ? {} : { descending: true }), as }
          return entry(`sort-${index}`, words.column.sort(said), () =>
            prepareStep(workbook, 'sort-rows', columns, {
              keys: columns.map((each) => ({ column: each, ...key })),
            }),
          )
        }),
    show: [
      entry('pin', view.pinned ? words.column.unpin : words.column.pin, () => view.pin(!view.pinned)),
      entry('hide', words.column.hide, () => {
        workbook.hidden = [...new Set([...workbook.hidden, ...columns])]
        workbook.selected = []
      }),
      entry('blanks', blanksShown.on ? words.column.hideBlanks : words.column.showBlanks, () => {
        blanksShown.on = !blanksShown.on
      }),
    ],
  }
  const steps = workbook.view.readOnly ? [] : STEPS
  return PURPOSES.map((id) => ({
    id,
    heading: words.purposes[id],
    entries: [
      ...(own[id] ?? []),
      ...steps
        .filter((step) => purposeOf(step) === id)
        .map((step) =>
          entry(step.id, language.say(step.title), () => prepareStep(workbook, step.id, columns)),
        ),
    ],
  })).filter(({ entries }) => entries.length > 0)
}
