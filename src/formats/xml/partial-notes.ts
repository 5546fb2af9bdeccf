import type { ReadNote } from '../format.ts'
import type { XmlEnd } from './read-elements.ts'
import { say } from './say.ts'

/** What to say of a file that was opened although it is not whole. */
export function partialNotes(end: XmlEnd, rowCount: number): ReadNote[] {
  if (end.kind === 'whole') return []
  const { kind, line } = end
  return [
    {
      code: 'partial',
      severity: 'fail',
      text: say((m) => (kind === 'cut' ? m.partialCut(line, rowCount) : m.partialBroken(line, rowCount))),
    },
  ]
}
