import * as v from 'valibot'
import type { Localized } from '../../i18n/messages.ts'
import { Problem } from '../../problem/problem.ts'
import { stackTables } from '../../table/stack-tables.ts'
import type { Format, FoundOption, ReadContext, ReadResult, SourceFile } from '../format.ts'
import { officeKind } from '../office-kind.ts'
import { leftOut, notesOfAll, otherFiles, say, unusedOptions } from './archive-notes.ts'
import { alikeFiles, baseName, dataFiles, extensionOf } from './data-files.ts'
import { isGz, openArchive, type OpenedArchive } from './unzip.ts'

/** A file of which another one in the archive says what it is. */
interface DescribedFile<Choice> {
  /** Beside the description. */
  path: string
  /** Options to read it with. */
  options: Readonly<Record<string, unknown>>
  /** Equal for files that are described alike. */
  description: string
  /** What reading gave, with the description applied as chosen. */
  apply(
    reading: ReadResult,
    choice: Choice | undefined,
    chosen: Readonly<Record<string, unknown>>,
  ): ReadResult
}

/** How an archive has its files read, without knowing which formats there are. */
export interface InnerReading<Choice extends string> {
  /** Reads a file of any format; throws a Problem, `bad-option` too. `unused` are options that its format does not have. */
  read(
    file: SourceFile,
    options: Readonly<Record<string, unknown>>,
    context: ReadContext,
  ): Promise<ReadResult & { unused: readonly string[] }>
  /** Name endings of all formats. */
  extensions(): readonly string[]
  /** The file that describes the others: its name, what can be made of it, and what it says, `null` for nothing. */
  description: {
    fileName: string
    choices: readonly Choice[]
    read(file: SourceFile): Promise<DescribedFile<Choice>[] | null>
  }
}

/**
 * `file`: which file of the archive, or `all` for all of one kind, stacked. `description`: what is made of what the archive says of it.
 * Every other option is one of the file's own format.
 */
const optionsOf = <Choice extends string>(choices: readonly Choice[]) =>
  v.looseObject({ file: v.exactOptional(v.string()), description: v.exactOptional(v.picklist(choices)) })

interface ArchiveOptions<Choice> {
  file?: string
  description?: Choice
  [inner: string]: unknown
}

const MOST_CHOICES = 200

type InnerResult = Awaited<ReturnType<InnerReading<string>['read']>>

/** Zip and gz files: the table is that of the data file inside, or of several of one kind. */
export const archiveOf = <Choice extends string>(
  inner: InnerReading<Choice>,
): Format<ArchiveOptions<Choice>> => ({
  id: 'archive',
  name: say((w) => w.format),
  extensions: ['zip', 'gz'],
  binary: true,
  options: optionsOf(inner.description.choices),
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
async function readArchive<Choice extends string>(
  file: SourceFile,
  { file: wanted, description: choice, ...rest }: ArchiveOptions<Choice>,
  context: ReadContext,
  inner: InnerReading<Choice>,
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
  const descriptions = names.map((one) => described.find(({ path }) => path === one))
  const readings: InnerResult[] = []
  for (const [index, one] of names.entries()) {
    const within = share(context, 0.2 + (0.8 * index) / names.length, 0.8 / names.length)
    readings.push(await readOne(opened, one, { ...descriptions[index]?.options, ...rest }, within, inner))
  }
  const [leader] = readings as [InnerResult, ...InnerResult[]]
  const whole: ReadResult = all
    ? {
        table: stackTables(
          readings.map(({ table }, index) => ({ name: names[index]!, table })),
          'fichier',
        ),
        found: leader.found,
        notes: notesOfAll(names, readings),
      }
    : leader
  const [description] = descriptions
  const isAlike = descriptions.every((one) => one?.description === description?.description)
  const chosen = choice === undefined ? rest : { ...rest, description: choice }
  const { table, found, notes } =
    description !== undefined && isAlike ? description.apply(whole, choice, chosen) : whole
  const foundFile: FoundOption = {
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
    startsOver: true,
  }
  return {
    table,
    found: [foundFile, ...found],
    notes: [
      ...(wanted === undefined && !all ? otherFiles(data, name) : []),
      ...unusedOptions(names[0]!, leader.unused, rest),
      ...notes,
      ...(all ? leftOut(opened.names, names, inner.description.fileName) : []),
    ],
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
  inner: Pick<InnerReading<string>, 'read'>,
): Promise<InnerResult> {
  const file = await opened.file(name, share(context, 0, 0.3))
  if (isArchive(new Uint8Array(await file.bytes.slice(0, 4096).arrayBuffer())))
    throw new Problem('archive-in-archive', { file: name })
  return inner.read(file, innerOptions, share(context, 0.3, 0.7))
}

/** What the archive says about its files; nothing if it cannot be understood, as the files can be read without it. */
async function describedFiles<Choice extends string>(
  opened: OpenedArchive,
  { description }: InnerReading<Choice>,
): Promise<DescribedFile<Choice>[]> {
  const [path] = opened.names
    .filter((name) => baseName(name) === description.fileName && !name.startsWith('__MACOSX/'))
    .sort((a, b) => a.split('/').length - b.split('/').length)
  if (path === undefined) return []
  const folder = path.slice(0, path.length - description.fileName.length)
  const described = await description.read(await opened.file(path, { progress: () => undefined }))
  return (described ?? []).map((file) => ({ ...file, path: folder + file.path }))
}
