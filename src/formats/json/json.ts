import * as v from 'valibot'
import type { Format } from '../format.ts'
import { readJson } from './read-json.ts'

/** A JSON array of objects. */
export const json: Format = {
  id: 'json',
  name: { fr: 'JSON', en: 'JSON' },
  extensions: ['json'],
  options: v.strictObject({}),
  detect(file, head) {
    const start = new TextDecoder().decode(head.subarray(0, 200)).trimStart()
    if (/^\[\s*(\{|\]|$)/.test(start)) return 0.9
    return /^[{[]/.test(start) && /\.(json|geojson)$/i.test(file.name) ? 0.9 : 0
  },
  read: readJson,
}
