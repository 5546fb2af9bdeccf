import * as v from 'valibot'
import type { ReadResult, SourceFile } from '../format.ts'
import { applyDescription, type DescriptionChoice } from './apply-description.ts'
import { resourceSchema, type Resource } from './resource.ts'

export const PACKAGE_FILE = 'datapackage.json'

const MOST_BYTES = 5_000_000

const packageSchema = v.object({ resources: v.array(resourceSchema) })

/** A file that a Data Package describes. */
export interface DescribedFile {
  /** Beside the description. */
  path: string
  /** Options of the reader of the file. */
  options: Readonly<Record<string, string | number>>
  /** The description, as text for a recipe; equal for files that are described alike. */
  description: string
  /** What reading gave, with the description applied as chosen; `chosen` holds the options that a person chose. */
  apply(
    reading: ReadResult,
    choice: DescriptionChoice | undefined,
    chosen: Readonly<Record<string, unknown>>,
  ): ReadResult
}

/** What a `datapackage.json` says about the files beside it; `null` if it is not one. Addresses on the web are left out. */
export async function describePackage({ bytes }: SourceFile): Promise<DescribedFile[] | null> {
  if (bytes.size > MOST_BYTES) return null
  const parsed = v.safeParse(packageSchema, parsedJson(await bytes.text()))
  if (!parsed.success) return null
  return parsed.output.resources.flatMap(({ path, ...resource }) =>
    [path ?? []]
      .flat()
      .filter((one) => !/^[a-z]+:\/\//i.test(one))
      .map((one) => describedFile(one.replace(/^\.\//, ''), resource)),
  )
}

/** The file that a `description` of before is about; `null` if it is none. */
export function fromDescription(path: string, description: string): DescribedFile | null {
  const parsed = v.safeParse(resourceSchema, parsedJson(description))
  return parsed.success ? describedFile(path, parsed.output) : null
}

function describedFile(path: string, resource: Omit<Resource, 'path'>): DescribedFile {
  const options = /\.(csv|tsv|txt|tab)$/i.test(path) ? csvOptions(resource) : {}
  return {
    path,
    options,
    description: JSON.stringify(resource),
    apply: (reading, choice, chosen) =>
      applyDescription(reading, { resource, given: Object.keys(options), choice, chosen }),
  }
}

const SEPARATORS: Readonly<Record<string, string>> = { '\t': 'tab', ' ': 'space' }

function csvOptions({ encoding, dialect }: Omit<Resource, 'path'>): Record<string, string | number> {
  const options: Record<string, string | number> = {}
  // UTF-8 is what is said when nothing is known: the bytes know better.
  if (encoding !== undefined && /^(iso-?8859-1|latin-?1|(windows-|cp)1252)$/i.test(encoding))
    options['encoding'] = 'windows-1252'
  const delimiter = dialect?.delimiter
  if (delimiter !== undefined && /^[^\r\n"]{1,8}$/.test(delimiter))
    options['separator'] = SEPARATORS[delimiter] ?? delimiter
  if (dialect?.quoteChar === '"' || dialect?.quoteChar === "'") options['quote'] = dialect.quoteChar
  if (dialect?.header === false) options['headerRow'] = 0
  return options
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}
