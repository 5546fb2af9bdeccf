import type { Reread } from '../formats/format.ts'
import type { Localized } from '../i18n/messages.ts'
import type { Params } from '../steps/step.ts'

/** Something the diagnosis saw, with its proof and, where possible, the step that would settle it. */
export interface Finding {
  code: string
  severity: 'fail' | 'look' | 'info'
  text: Localized
  /** What it rests on, in one or two short sentences. */
  evidence?: Localized
  column?: string
  /** Rows concerned, from 0, at most a thousand. */
  rows?: readonly number[]
  /** A step already filled; the person still reviews and adds it. */
  proposal?: { step: string; params: Params }
  /** Where not a step but another reading of the file settles it. */
  reread?: Reread
}
