import type { Params } from '../steps/step.ts'

/** One change of a recipe, as the person asks for it. Undo and redo go back and forth between whole recipes. */
export type RecipeEdit =
  /** Puts a step in after the first `at` steps of the sheet. */
  | { do: 'add-step'; sheet: string; at: number; step: string; params: Params; note?: string }
  | { do: 'change-step'; sheet: string; id: string; params: Params }
  | { do: 'delete-step'; sheet: string; id: string }
  /** Moves a step so that `to` steps come before it. */
  | { do: 'move-step'; sheet: string; id: string; to: number }
  | { do: 'duplicate-step'; sheet: string; id: string }
  | { do: 'turn-step'; sheet: string; id: string; off: boolean }
  | { do: 'annotate-step'; sheet: string; id: string; note: string }
  /** Sets a finding aside with a reason, or (without one) brings it back; `code` and `columns` tell which. */
  | { do: 'dismiss-finding'; sheet: string; code: string; columns: readonly string[]; reason: string | null }
  /** Chooses how the sheet's file is read; an option left out is found again by detection. */
  | { do: 'read-options'; sheet: string; format?: string; options: Params }
  | { do: 'rename-workbook'; title: string }
  | { do: 'rename-sheet'; sheet: string; name: string }
  | { do: 'delete-sheet'; sheet: string }
  /** A sheet that goes on from another one's result. */
  | { do: 'add-sheet'; name: string; from: string }
