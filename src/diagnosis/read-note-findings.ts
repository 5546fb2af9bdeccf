import type { ReadNote } from '../formats/format.ts'
import type { Finding } from './finding.ts'

/** What the reader of the file saw, said beside the other findings. */
export const readNoteFindings = (notes: readonly ReadNote[]): Finding[] =>
  notes.map(({ code, severity, text, rows, reread }) => ({
    code,
    severity,
    text,
    ...(rows === undefined ? {} : { rows }),
    ...(reread === undefined ? {} : { reread }),
  }))
