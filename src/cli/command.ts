import type { Language } from '../i18n/messages.ts'

/** Where a command speaks and in which language. */
export interface Terminal {
  language: Language
  /** Results: tables, JSON, sentences of a recipe. */
  out(text: string | Uint8Array): void
  /** Everything said to the person. */
  say(line: string): void
}

/** Exit codes, the same for ever (DESIGN 11). */
export const EXIT = { done: 0, unusable: 2, look: 3, stopped: 4 } as const

/** Runs one verb on the words after it; resolves with an exit code. Rejects with CommandError or Problem for what cannot be used. */
export type Command = (words: readonly string[], terminal: Terminal) => Promise<number>

/** Nobody watches a terminal's progress and Ctrl+C ends the process: there is nothing to pause for. */
export const noProgress = (): Promise<void> => Promise.resolve()
