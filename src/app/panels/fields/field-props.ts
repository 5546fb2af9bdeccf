import type { TableView } from '../../../../workers/facade.ts'
import type { Params } from '../../../steps/step.ts'
import type { Workbook } from '../../workbook.svelte.ts'

/** What a field may need beside its own value. */
export interface Around {
  workbook: Workbook
  /** The table before the step; `null` while it is on its way. */
  table: TableView | null
  /** Names of the columns before the step. */
  columns: readonly string[]
  /** Names of all the step's parameters, and those that are given. */
  fields: readonly string[]
  params: Params
  /** Changes several of them at once; `undefined` leaves one out. */
  setAll(params: Params): void
}

/** What every control of a form is given. The label names `id`, or for a group is named by `labelledby`. */
export interface FieldProps<T> {
  id: string
  value: T | undefined
  labelledby: string
  describedby: string | undefined
  invalid: boolean
  around: Around
  /** `typed`: more keys may follow at once, so the preview can wait. */
  onchange(value: T | undefined, typed?: boolean): void
}
