import { archiveReading } from '../../i18n/archive-reading.ts'
import { optionNames } from '../../i18n/import-strip.ts'
import type { Localized } from '../../i18n/messages.ts'
import { columnNames } from '../../table/table.ts'
import type { ReadNote, ReadResult } from '../format.ts'
import { baseName, isOfSystem } from './data-files.ts'

const MOST_NOTES = 50
/** Files named in one note. */
const MOST_FILES = 6

type Words = (typeof archiveReading)['fr']

/** The same thing said in both languages. */
export const say = (sentence: (words: Words) => string): Localized => ({
  fr: sentence(archiveReading.fr),
  en: sentence(archiveReading.en),
})

/** Other files that a person may have meant, where nobody has chosen this one. */
export function otherFiles(data: readonly string[], opened: string): ReadNote[] {
  const others = data.filter((name) => name !== opened)
  if (others.length === 0) return []
  return [{ code: 'other-files', severity: 'look', text: say((w) => w.others(opened, others)) }]
}

/** Options of another file that mean nothing for this one. */
export function unusedOptions(
  file: string,
  unused: readonly string[],
  options: Readonly<Record<string, unknown>>,
): ReadNote[] {
  if (unused.length === 0) return []
  const said = (names: Readonly<Record<string, string>>): string[] =>
    unused.map((name) => `${names[name] ?? name} (${String(options[name])})`)
  return [
    {
      code: 'unused-options',
      severity: 'look',
      text: {
        fr: archiveReading.fr.unused(file, said(optionNames.fr)),
        en: archiveReading.en.unused(file, said(optionNames.en)),
      },
    },
  ]
}

/** Notes of each file, with its name in front and its rows where they are now. */
export function notesOfAll(names: readonly string[], readings: readonly ReadResult[]): ReadNote[] {
  const notes: ReadNote[] = []
  let before = 0
  readings.forEach(({ table, notes: own }, index) => {
    for (const note of own) {
      const text = {
        fr: archiveReading.fr.ofFile(names[index]!, note.text.fr),
        en: archiveReading.en.ofFile(names[index]!, note.text.en),
      }
      const start = before
      notes.push({
        ...note,
        text,
        ...(note.rows === undefined ? {} : { rows: note.rows.map((row) => row + start) }),
      })
    }
    before += table.rowCount
  })
  return [...differenceNotes(names, readings), ...notes.slice(0, MOST_NOTES)]
}

/** Says which files do not have the columns of the first. */
function differenceNotes(names: readonly string[], readings: readonly ReadResult[]): ReadNote[] {
  const [first] = readings
  if (first === undefined) return []
  const expected = columnNames(first.table)
  const differing = new Set<string>()
  const files: { file: string; lacking: string[]; more: string[] }[] = []
  readings.forEach(({ table }, index) => {
    const own = columnNames(table)
    const lacking = expected.filter((name) => !own.includes(name))
    const more = own.filter((name) => !expected.includes(name))
    for (const name of [...lacking, ...more]) differing.add(name)
    if (lacking.length + more.length > 0) files.push({ file: names[index]!, lacking, more })
  })
  if (files.length === 0) return []
  const shown = files.slice(0, MOST_FILES)
  const text = say((w) =>
    [
      w.differing([...differing]),
      ...shown.map(({ file, lacking, more }) => w.differs(file, names[0]!, lacking, more)),
      ...(files.length > shown.length ? [w.andFiles(files.length - shown.length)] : []),
    ].join(' '),
  )
  return [{ code: 'differing-columns', severity: 'look', text }]
}

/** Says which files of the archive are not in the table; `description` is the name of the file that is about the others. */
export function leftOut(all: readonly string[], stacked: readonly string[], description: string): ReadNote[] {
  const others = all.filter(
    (path) =>
      !path.endsWith('/') && !isOfSystem(path) && !stacked.includes(path) && baseName(path) !== description,
  )
  if (others.length === 0) return []
  const shown = others.slice(0, MOST_FILES)
  const text = say((w) => w.leftOut(shown, others.length - shown.length))
  return [{ code: 'files-left-out', severity: 'look', text }]
}
