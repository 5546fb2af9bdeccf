import * as v from 'valibot'
import type { SourceFile } from '../format.ts'

export const PACKAGE_FILE = 'datapackage.json'

const MOST_BYTES = 5_000_000

const text = v.fallback(v.optional(v.string()), undefined)

/** The part of a Data Package (specs.frictionlessdata.io/data-package) that reading needs; what is written otherwise is passed over. */
const packageSchema = v.object({
  resources: v.array(
    v.object({
      path: v.fallback(v.optional(v.union([v.string(), v.array(v.string())])), undefined),
      encoding: text,
      dialect: v.fallback(
        v.optional(
          v.object({
            delimiter: text,
            quoteChar: text,
            header: v.fallback(v.optional(v.boolean()), undefined),
          }),
        ),
        undefined,
      ),
      schema: v.fallback(
        v.optional(
          v.object({ fields: v.array(v.object({ name: v.string(), title: text, description: text })) }),
        ),
        undefined,
      ),
    }),
  ),
})

export interface DescribedResource {
  /** Beside the description. */
  path: string
  /** Options of the CSV reader. */
  options: Record<string, string | number>
  /** « name : title », for the fields that have one. */
  fields: string[]
}

const SEPARATORS: Readonly<Record<string, string>> = { '\t': 'tab', ' ': 'space' }

/** What a `datapackage.json` says about the files beside it; `null` if it is not one. Addresses on the web are left out. */
export async function describePackage({ bytes }: SourceFile): Promise<DescribedResource[] | null> {
  if (bytes.size > MOST_BYTES) return null
  const parsed = v.safeParse(packageSchema, parsedJson(await bytes.text()))
  if (!parsed.success) return null
  return parsed.output.resources.flatMap(({ path, encoding, dialect, schema }) => {
    const [first] = [path].flat()
    if (first === undefined || /^[a-z]+:\/\//i.test(first)) return []
    const fields = (schema?.fields ?? []).flatMap(({ name, title, description }) => {
      const said = title ?? description
      return said === undefined || said === name ? [] : [`${name}\u00a0: ${said.slice(0, 80)}`]
    })
    return [
      {
        path: first,
        options: /\.(csv|tsv|txt|tab)$/i.test(first) ? csvOptions(encoding, dialect) : {},
        fields,
      },
    ]
  })
}

function csvOptions(
  encoding: string | undefined,
  dialect:
    | { delimiter?: string | undefined; quoteChar?: string | undefined; header?: boolean | undefined }
    | undefined,
): Record<string, string | number> {
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
