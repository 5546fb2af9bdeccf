import type { ReadNote } from '../formats/format.ts'
import type { Table } from '../table/table.ts'
import { contradictedLabels } from './contradicted-labels.ts'
import { emptyColumns } from './empty-columns.ts'
import type { Finder, Known, LateFinder } from './finder.ts'
import type { Finding } from './finding.ts'
import { identities } from './identities.ts'
import { lostArticleZeros } from './lost-article-zeros.ts'
import { lostChapterZeros } from './lost-chapter-zeros.ts'
import { lostZeros } from './lost-zeros.ts'
import { readNoteFindings } from './read-note-findings.ts'
import { ruinedIdentifiers } from './ruined-identifiers.ts'
import { spellingVariants } from './spelling-variants.ts'
import { straySpaces } from './stray-spaces.ts'
import { textAmounts } from './text-amounts.ts'
import { totalLines } from './total-lines.ts'
import { twoLabels } from './two-labels.ts'

/** Everything that the diagnosis looks for, in the order in which people do well to settle it. Adding one: its file, its test, one line here. */
const FINDERS: readonly (Finder | LateFinder)[] = [
  ruinedIdentifiers,
  totalLines,
  lostZeros,
  lostChapterZeros,
  lostArticleZeros,
  straySpaces,
  contradictedLabels,
  twoLabels,
  spellingVariants,
  identities,
  textAmounts,
  emptyColumns,
]

const SEVERITIES: readonly Finding['severity'][] = ['fail', 'look', 'info']

/**
 * What there is to see in a table, gravest first; `notes` are what its reader saw, `known` what people have decided. Nothing is changed. `pause` is awaited after each
 * thing looked for, and may reject when the person has given up.
 */
export async function findings(
  table: Table,
  notes: readonly ReadNote[],
  pause: () => Promise<void> = () => Promise.resolve(),
  known?: Known,
): Promise<Finding[]> {
  const found: Finding[] = []
  for (const find of FINDERS) {
    found.push(...(await find(table, known)))
    await pause()
  }
  return [...readNoteFindings(notes), ...found].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  )
}
