import type { Format } from '../format.ts'
import { shownEncoding } from './json-encoding.ts'
import { jsonOptions, type JsonOptions } from './json-options.ts'
import { readJson } from './read-json.ts'

/** JSON of any shape that holds rows: lists of records, columns, GeoJSON, one record a line. */
export const json: Format<JsonOptions> = {
  id: 'json',
  name: { fr: 'JSON', en: 'JSON' },
  extensions: ['json', 'geojson', 'jsonl', 'ndjson'],
  options: jsonOptions,
  detect(file, head) {
    const encoding = shownEncoding(head)?.encoding ?? 'utf-8'
    const start = new TextDecoder(encoding).decode(head.subarray(0, 400)).trimStart()
    const isNamed = /\.(json|geojson|jsonl|ndjson|jsonlines)$/i.test(file.name)
    if (/^(\[\s*([[{\]]|$)|\{\s*("|\}))/.test(start)) return isNamed ? 0.95 : 0.9
    return isNamed ? 0.9 : 0
  },
  read: readJson,
}
