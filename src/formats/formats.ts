import * as v from 'valibot'
import { Problem } from '../problem/problem.ts'
import { archiveOf } from './archive/archive.ts'
import { sortFiles, type SortedFiles } from './archive/data-files.ts'
import { csv } from './csv/csv.ts'
import { csvWriter } from './csv/write-csv.ts'
import { tsvWriter } from './csv/write-tsv.ts'
import { DESCRIPTION_CHOICES } from './data-package/apply-description.ts'
import { dataPackageOf } from './data-package/data-package.ts'
import { describePackage, PACKAGE_FILE } from './data-package/describe-package.ts'
import type { Format, ReadContext, ReadResult, SourceFile, Writer } from './format.ts'
import { htmlWriter } from './html/write-html.ts'
import { json } from './json/json.ts'
import { jsonLinesWriter } from './json/write-json-lines.ts'
import { jsonWriter } from './json/write-json.ts'
import { markdownWriter } from './markdown/write-markdown.ts'
import { ods } from './ods/ods.ts'
import { odsWriter } from './ods/write-ods.ts'
import { refuseOtherFiles } from './refusals.ts'
import { planDeComptes } from './totem/plan-de-comptes.ts'
import { totem } from './totem/totem.ts'
import { xls } from './xls/xls.ts'
import { xmlTable } from './xml-table/xml-table.ts'
import { xlsxWriter } from './xlsx/write-xlsx.ts'
import { xlsx } from './xlsx/xlsx.ts'

const extensions = (): string[] => formats.flatMap((format) => format.extensions)

const archive = archiveOf({
  read: readInner,
  extensions,
  description: { fileName: PACKAGE_FILE, choices: DESCRIPTION_CHOICES, read: describePackage },
})
const dataPackage = dataPackageOf(readInner)

export { describedTogether } from './data-package/described-together.ts'

/** Everything that Tamis reads; a format is named here and nowhere else. */
const formats: readonly Format[] = [
  totem,
  planDeComptes,
  xlsx,
  xls,
  ods,
  archive,
  dataPackage,
  json,
  xmlTable,
  csv,
]

/** Everything that Tamis writes. */
const writers: readonly Writer[] = [
  csvWriter,
  tsvWriter,
  xlsxWriter,
  odsWriter,
  jsonWriter,
  jsonLinesWriter,
  markdownWriter,
  htmlWriter,
]

/** Tells files received together apart, by their names. */
export const sortReceived = (paths: readonly string[]): SortedFiles => sortFiles(paths, extensions())

export const findFormat = (id: string): Format | undefined => formats.find((format) => format.id === id)

/** The writer of files whose name ends so (without the dot). */
export const findWriterFor = (extension: string): Writer | undefined =>
  writers.find((writer) => writer.extension === extension)

export const findWriter = (id: string): Writer | undefined => writers.find((writer) => writer.id === id)

const HEAD_BYTES = 1 << 16

export interface DetectedFormat {
  format: Format
  /** From 0 to 1. */
  confidence: number
}

/** The format that is surest of the file. Throws Problem `empty-file`, `not-a-table` or `no-reader`. */
export async function detectFormat(file: SourceFile): Promise<DetectedFormat> {
  const head = new Uint8Array(await file.bytes.slice(0, HEAD_BYTES).arrayBuffer())
  refuseOtherFiles(file, head)
  let best: DetectedFormat | null = null
  for (const format of formats) {
    const confidence = format.detect(file, head)
    if (confidence > (best?.confidence ?? 0)) best = { format, confidence }
  }
  if (best === null) throw new Problem('no-reader', { file: file.name })
  return best
}

/** Formats that may read the file, the surest first. */
export async function possibleFormats(file: SourceFile): Promise<Format[]> {
  const head = new Uint8Array(await file.bytes.slice(0, HEAD_BYTES).arrayBuffer())
  return (
    formats
      .map((format) => ({ format, confidence: format.detect(file, head) }))
      .filter(({ confidence }) => confidence > 0)
      .toSorted((a, b) => b.confidence - a.confidence)
      // What is no text, no other format can read.
      .filter(({ format }, _, [surest]) => format === surest?.format || surest?.format.binary !== true)
      .map(({ format }) => format)
  )
}

export interface ReadChoice {
  /** Id of the format; found if absent. */
  format?: string | undefined
  /** Options as they come from a recipe or a command line; numbers may be written as text. */
  options?: Readonly<Record<string, unknown>> | undefined
}

export interface ReadFile extends ReadResult {
  format: Format
  /** How sure detection was of the format, from 0 to 1; `null` if it was chosen. */
  confidence: number | null
}

/** Reads a file of any format. Throws a Problem that says what is wrong with the file, the format or an option. */
export async function readFile(
  file: SourceFile,
  { format: id, options = {} }: ReadChoice,
  context: ReadContext,
): Promise<ReadFile> {
  const { format, confidence } = id === undefined ? await detectFormat(file) : await chosenFormat(file, id)
  const result = await format.read(file, readOptions(format, options), context)
  return { ...result, format, confidence }
}

async function chosenFormat(file: SourceFile, id: string): Promise<{ format: Format; confidence: null }> {
  const format = formats.find((candidate) => candidate.id === id)
  if (format === undefined) {
    throw new Problem('unknown-format', { format: id, known: formats.map((candidate) => candidate.id) })
  }
  const detected = (await detectFormat(file)).format
  if (detected !== format && (detected.binary === true || format.binary === true)) {
    throw new Problem('other-format', {
      file: file.name,
      asked: format.name,
      is: detected.name,
      format: detected.id,
    })
  }
  return { format, confidence: null }
}

/** Reads a file with options that may have been chosen for another: those that its format does not have are left out, and named. */
async function readInner(
  file: SourceFile,
  options: Readonly<Record<string, unknown>>,
  context: ReadContext,
): Promise<ReadResult & { unused: readonly string[] }> {
  const { format } = await detectFormat(file)
  const unused = unknownOptions(format, options)
  const own = Object.fromEntries(Object.entries(options).filter(([name]) => !unused.includes(name)))
  return { ...(await format.read(file, readOptions(format, own), context)), unused }
}

function unknownOptions(format: Format, options: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(options).filter((name) => {
    const parsed = v.safeParse(format.options, { [name]: options[name] })
    return (
      !parsed.success &&
      parsed.issues.some(({ expected, path }) => expected === 'never' && path?.length === 1)
    )
  })
}

/** Options as the format takes them. Throws Problem `bad-option`. */
function readOptions(format: Format, options: Readonly<Record<string, unknown>>): object {
  const asGiven = v.safeParse(format.options, options)
  if (asGiven.success) return asGiven.output
  const typed = v.safeParse(format.options, Object.fromEntries(Object.entries(options).map(typedOption)))
  if (typed.success) return typed.output
  const path = asGiven.issues[0].path?.[0]
  const option = typeof path?.key === 'string' ? path.key : ''
  const value = options[option]
  throw new Problem('bad-option', {
    option,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  })
}

function typedOption([key, value]: [string, unknown]): [string, unknown] {
  if (typeof value !== 'string') return [key, value]
  if (/^\d{1,9}$/.test(value)) return [key, Number(value)]
  if (value === 'true' || value === 'false') return [key, value === 'true']
  return [key, value]
}
