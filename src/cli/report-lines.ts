import { commandLine } from '../i18n/command-line.ts'
import type { Language } from '../i18n/messages.ts'
import { problemSentence } from '../i18n/problems.ts'
import { words } from '../i18n/words.ts'
import type { ColumnDrift, DriftReport, SheetDrift, StepDrift } from '../recipe/drift-report.ts'
import { stepNumbers } from '../recipe/needed-columns.ts'

/** What a report has to look at, a sentence a line. */
export const reportLines = (report: DriftReport, language: Language): string[] =>
  report.sheets.flatMap((sheet) => sheetLines(sheet, language))

const sheetLines = ({ columns, steps }: SheetDrift, language: Language): string[] => [
  ...columns.flatMap((column) => columnLines(column, language)),
  ...steps.flatMap((step) => stepLines(step, language)),
]

function columnLines(
  { state, expected, actual, evidence, steps, decision }: ColumnDrift,
  language: Language,
): string[] {
  const say = commandLine[language]
  if (state === 'found') return []
  if (state === 'new') return [say.fresh(actual ?? '')]
  if (state === 'respelled') return [say.respelled(expected ?? '', actual ?? '')]
  if (decision?.do === 'map') return [say.accepted(expected ?? '', decision.to)]
  const lines =
    steps.length === 0
      ? [say.missingUnused(expected ?? '')]
      : [say.missing(expected ?? '', stepNumbers(steps)[language])]
  if (state !== 'proposed') return lines
  return [
    ...lines,
    say.proposed(expected ?? '', actual ?? '', evidence.map((each) => each[language]).join(', ')),
  ]
}

function stepLines(
  { state, number, sentence, without, outcome, newValues, otherYear, problem }: StepDrift,
  language: Language,
): string[] {
  const say = commandLine[language]
  const { number: said, columns } = words[language]
  const own = sentence[language]
  const lines: string[] = []
  if (state === 'skipped') lines.push(say.skipped(number, own))
  if (state === 'reduced') lines.push(say.reduced(number, own, columns(without)))
  if (problem !== null) lines.push(say.failedStep(number, own, problemSentence(problem, language)))
  for (const { code, column, cells } of outcome?.failures ?? []) {
    lines.push(say.failures[code](number, say.cells(said(cells), cells === 1), column))
  }
  if (otherYear !== null) lines.push(say.otherYear(number, otherYear.asked, otherYear.file))
  for (const column of new Set(newValues.map((value) => value.column))) {
    const count = newValues.filter((value) => value.column === column).length
    lines.push(say.newValues(number, say.spellings(said(count), count === 1), column))
  }
  return lines
}
