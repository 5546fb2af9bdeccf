import type * as v from 'valibot'
import type { Localized } from '../i18n/messages.ts'
import type { Table } from '../table/table.ts'

/** A file as received: its name and its bytes, which are read in pieces and never held whole as a string. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Blob
}

/** One thing that reading had to decide, with what speaks for it. */
export interface FoundOption {
  /** Key of the option, as in the format's options and in `--set option=value`. */
  option: string
  value: string | number | boolean
  /** How the value is said on screen: « point-virgule », "line 3". */
  label: Localized
  /** What in the file decided, in one short sentence; that the person chose it, when `chosen`. */
  evidence: Localized
  /** Whether the person (or the recipe) chose it rather than detection. */
  chosen: boolean
  /** Other values that can be chosen, the found one included; absent where any text or number goes. */
  choices?: readonly { value: string | number | boolean; label: Localized }[]
  /** Whether another text than the choices may be typed. */
  anyText?: true
  /** Whether another value means another table, so that what was chosen for this one, the options after it, is void. */
  startsOver?: true
}

/** Something seen while reading that the person should know. Nothing was changed because of it. */
export interface ReadNote {
  code: string
  severity: 'info' | 'look' | 'fail'
  text: Localized
  /** Rows of the table concerned, counted from 0, at most a thousand of them. */
  rows?: readonly number[]
  /** Reading the file so would settle it. */
  reread?: Reread
}

/** One option that a person may change to have the file read otherwise, and what that does. */
export interface Reread {
  option: string
  value: string | number | boolean
  label: Localized
}

export interface ReadResult {
  table: Table
  /** Every choice made, in the order in which the screen says them. */
  found: readonly FoundOption[]
  notes: readonly ReadNote[]
}

/** What a reader may ask of its surroundings. */
export interface ReadContext {
  /** Says how far the reading is, from 0 to 1. Throws Problem `cancelled` when the person has given up. */
  progress(part: number): void | Promise<void>
}

/**
 * One file format. Only its own folder knows that it exists: detection asks each.
 * `Options` holds only what a person may choose; an absent option is found by detection.
 */
export interface Format<Options extends object = object> {
  readonly id: string
  readonly name: Localized
  /** Name endings without the dot, lower case; only a hint. */
  readonly extensions: readonly string[]
  /** Whether its files are no text, so that no other format can make anything of them. */
  readonly binary?: true
  /** Validates the options of a recipe or of the command line. Every option is optional. */
  readonly options: v.GenericSchema<Options>
  /** How sure the format is that this is one of its files, from 0 (no) to 1; `head` holds the first 64 kB at most. */
  detect(file: SourceFile, head: Uint8Array): number
  /** Reads the table. Throws a Problem that says what is wrong with the file and where. */
  read(file: SourceFile, options: Options, context: ReadContext): Promise<ReadResult>
}

export interface Writer<Options extends object = object> {
  readonly id: string
  readonly name: Localized
  readonly extension: string
  readonly mediaType: string
  readonly options: v.GenericSchema<Options>
  /** Pieces of the file, in order; pieces are at most about a megabyte. */
  write(table: Table, options: Options): Iterable<Uint8Array>
}
