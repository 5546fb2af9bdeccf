import * as v from 'valibot'
import { archiveReading } from '../../i18n/archive-reading.ts'
import type { Localized } from '../../i18n/messages.ts'
import { Problem } from '../../problem/problem.ts'
import { stackTables } from '../../table/stack-tables.ts'
import { columnNames } from '../../table/table.ts'
import type { Format, FoundOption, ReadContext, ReadNote, ReadResult, SourceFile } from '../format.ts'
import { officeKind } from '../office-kind.ts'
import { alikeFiles, baseName, dataFiles, extensionOf, isOfSystem } from './data-files.ts'
import { isGz, openArchive, type OpenedArchive } from './unzip.ts'

/** What a file in the archive says about another one. */
interface DescribedFile {
  path: string
  /** Options to read it with. */
  options: Readonly<Record<string, unknown>>
  /** What its columns are called in full, as « montant : Montant de la subvention ». */
  fields: readonly string[]
}

/** How an archive has its files read, without knowing which formats there are. */
export interface InnerReading {
  /** Reads a file of any format; throws a Problem, `bad-option` too. */
  read(
    file: SourceFile,
    options: Readonly<Record<string, unknown>>,
    context: ReadContext,
  ): Promise<ReadResult>
  /** Name endings of all formats. */
  extensions(): readonly string[]
  /** Name of the file that describes the others, and what it says: `null` for nothing. */
  description: { fileName: string; read(file: SourceFile): Promise<DescribedFile[] | null> }
}

/** `file`: which file of the archive, or `all` for all of one kind, stacked. Every other option is one of the file's own format. */
const options = v.looseObject({ file: v.exactOptional(v.string()) })
export type ArchiveOptions = v.InferOutput<typeof options>

const MOST_NOTES = 50
const MOST_FIELDS = 12
/** Files named in one note. */
const MOST_FILES = 6
const MOST_CHOICES = 200

type Words = (typeof archiveReading)['fr']
const say = (sentence: (words: Words) => string): Localized => ({
  fr: sentence(archiveReading.fr),
  en: sentence(archiveReading.en),
})

/** Zip and gz files: the table is that of the data file inside, or of several of one kind. */
export const archiveOf = (inner: InnerReading): Format<ArchiveOptions> => ({
  id: 'archive',
  name: say((w) => w.format),
  extensions: ['zip', 'gz'],
  options,
  detect: (file, head) => (isArchive(head) && !/\.tamis$/i.test(file.name) ? 1 : 0),
  read: (file, chosen, context) => readArchive(file, chosen, context, inner),
})

/** Whether the first bytes are those of a gz file, or of a zip file that is no office file. */
const isArchive = (head: Uint8Array): boolean =>
  isGz(head) ||
  (head[0] === 0x50 &&
    head[1] === 0x4b &&
    ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6)) &&
    officeKind(head) === null)

/** Throws Problem `archive-damaged`, `archive-locked`, `archive-bomb`, `archive-empty`, `archive-no-file`, or what reading a file throws. */
async function readArchive(
  file: SourceFile,
  { file: wanted, ...rest }: ArchiveOptions,
  context: ReadContext,
  inner: InnerReading,
): Promise<ReadResult> {
  const opened = await openArchive(file, share(context, 0, 0.2))
  const described = await describedFiles(opened, inner)
  const data = dataFiles(opened.names, inner.extensions())
  if (data.length === 0) throw new Problem('archive-empty', { file: file.name })
  const alike = alikeFiles(data)
  const first = described.find(({ path }) => data.includes(path))
  const largest = data.reduce((best, name) => (opened.size(name) > opened.size(best) ? name : best))
  const name = wanted ?? first?.path ?? largest
  const all = name === 'all' && !opened.names.includes('all')
  // Next year's folder may hold one file only.
  const stacked = alike.length > 0 ? alike : data.slice(0, 1)
  if (!all && !opened.names.includes(name))
    throw new Problem('archive-no-file', { wanted: name, known: data })

  const names = all ? stacked : [name]
  const readings: ReadResult[] = []
  for (const [index, one] of names.entries()) {
    const description = described.find(({ path }) => path === one)
    const within = share(context, 0.2 + (0.8 * index) / names.length, 0.8 / names.length)
    readings.push(await readOne(opened, one, { ...description?.options, ...rest }, within, inner))
  }
  const [leader] = readings as [ReadResult, ...ReadResult[]]
  const description = described.find(({ path }) => path === names[0])
  const found: FoundOption = {
    option: 'file',
    value: name,
    label: all ? labelOfAll(stacked) : labelOf(opened, name),
    evidence: say((w) => {
      if (wanted !== undefined) return w.chosen
      if (first !== undefined) return w.described
      return data.length === 1 ? w.only : w.largest(data.length)
    }),
    chosen: wanted !== undefined,
    choices: [
      ...(all || data.includes(name) ? data : [name, ...data])
        .slice(0, MOST_CHOICES)
        .map((one) => ({ value: one, label: labelOf(opened, one) })),
      ...(all || alike.length > 0 ? [{ value: 'all', label: labelOfAll(stacked) }] : []),
    ],
  }
  return {
    table: all
      ? stackTables(
          readings.map(({ table }, index) => ({ name: names[index]!, table })),
          'fichier',
        )
      : leader.table,
    found: [found, ...leader.found.map((option) => asDescribed(option, description, rest))],
    notes: all
      ? [...notesOfAll(names, readings), ...notesOnOthers(opened.names, names, inner)]
      : [...leader.notes, ...notesOn(description)],
  }
}

const share = (context: ReadContext, from: number, part: number): ReadContext => ({
  progress: (done) => context.progress(from + part * done),
})

const labelOf = (opened: OpenedArchive, name: string): Localized =>
  say((w) => w.file(name, opened.size(name)))
const labelOfAll = (alike: readonly string[]): Localized =>
  say((w) => w.all(extensionOf(alike[0]!), alike.length))

async function readOne(
  opened: OpenedArchive,
  name: string,
  innerOptions: Readonly<Record<string, unknown>>,
  context: ReadContext,
  inner: InnerReading,
): Promise<ReadResult> {
  const file = await opened.file(name, share(context, 0, 0.3))
  if (isArchive(new Uint8Array(await file.bytes.slice(0, 4096).arrayBuffer())))
    throw new Problem('archive-in-archive', { file: name })
  return inner.read(file, innerOptions, share(context, 0.3, 0.7))
}

/** What the archive says about its files; nothing if it cannot be understood, as the files can be read without it. */
async function describedFiles(
  opened: OpenedArchive,
  { description }: InnerReading,
): Promise<DescribedFile[]> {
  const [path] = opened.names
    .filter((name) => baseName(name) === description.fileName && !name.startsWith('__MACOSX/'))
    .sort((a, b) => a.split('/').length - b.split('/').length)
  if (path === undefined) return []
  const folder = path.slice(0, path.length - description.fileName.length)
  const described = await description.read(await opened.file(path, { progress: () => undefined }))
  return (described ?? []).map((file) => ({ ...file, path: folder + file.path.replace(/^\.\//, '') }))
}

/** An option that the description gave is not one that the person chose. */
function asDescribed(
  option: FoundOption,
  description: DescribedFile | undefined,
  chosen: Readonly<Record<string, unknown>>,
): FoundOption {
  const isDescribed =
    description !== undefined && option.option in description.options && !(option.option in chosen)
  return isDescribed ? { ...option, chosen: false, evidence: say((w) => w.fromPackage) } : option
}

function notesOn(description: DescribedFile | undefined): ReadNote[] {
  if (description === undefined || description.fields.length === 0) return []
  const shown = description.fields.slice(0, MOST_FIELDS)
  const more = description.fields.length - shown.length
  return [{ code: 'described-columns', severity: 'info', text: say((w) => w.fields(shown, more)) }]
}

/** Notes of each file, with its name in front and its rows where they are now. */
function notesOfAll(names: readonly string[], readings: readonly ReadResult[]): ReadNote[] {
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

/** Says which files of the archive are not in the table. */
function notesOnOthers(
  all: readonly string[],
  stacked: readonly string[],
  { description }: InnerReading,
): ReadNote[] {
  const others = all.filter(
    (path) =>
      !path.endsWith('/') &&
      !isOfSystem(path) &&
      !stacked.includes(path) &&
      baseName(path) !== description.fileName,
  )
  if (others.length === 0) return []
  const shown = others.slice(0, MOST_FILES)
  const text = say((w) => w.leftOut(shown, others.length - shown.length))
  return [{ code: 'files-left-out', severity: 'look', text }]
}
