import { addColumn } from './add-column.ts'
import { appendRows } from './append-rows.ts'
import { convertCodes } from './convert-codes.ts'
import { dropColumns } from './drop-columns.ts'
import { dropEmptyColumns } from './drop-empty-columns.ts'
import { editCell } from './edit-cell.ts'
import { fillFromReference } from './fill-from-reference.ts'
import { joinSheet } from './join-sheet.ts'
import { padCodes } from './pad-codes.ts'
import { removeRows } from './remove-rows.ts'
import { renameColumns } from './rename-columns.ts'
import { reorderColumns } from './reorder-columns.ts'
import { replaceValues } from './replace-values.ts'
import { restoreZeros } from './restore-zeros.ts'
import { sortRows } from './sort-rows.ts'
import type { Step } from './step.ts'
import { summarise } from './summarise.ts'
import { toDate } from './to-date.ts'
import { toNumber } from './to-number.ts'
import { toText } from './to-text.ts'
import { trimAndCollapse } from './trim-and-collapse.ts'
import { unpivot } from './unpivot.ts'

/** Every step, in the order in which menus and documentation list them. Adding a step: its file, its test, one line here. */
export const STEPS: readonly Step[] = [
  renameColumns,
  addColumn,
  dropColumns,
  dropEmptyColumns,
  reorderColumns,
  replaceValues,
  editCell,
  trimAndCollapse,
  toNumber,
  toDate,
  toText,
  padCodes,
  restoreZeros,
  fillFromReference,
  convertCodes,
  removeRows,
  sortRows,
  summarise,
  unpivot,
  joinSheet,
  appendRows,
]

const stepsById = new Map(STEPS.map((step) => [step.id, step]))

export const findStep = (id: string): Step | undefined => stepsById.get(id)
