import * as v from 'valibot'
import { JSON_ENCODINGS } from './json-encoding.ts'

export const LISTS = ['joined', 'json'] as const
export const NUMBERS = ['text', 'number'] as const
export const GEOMETRIES = ['lon-lat', 'geojson'] as const

/** What a person may decide about a JSON file; what is absent is found. */
export const jsonOptions = v.strictObject({
  /** Where the rows stand, as in `result.records`; `$` for the whole file. */
  path: v.optional(v.string()),
  /** Lists of single values in a cell: with bars between (`a | b`), or as they are written (`["a","b"]`). */
  lists: v.optional(v.picklist(LISTS)),
  /** Columns of numbers: as text, with the digits of the file, or typed as numbers. */
  numbers: v.optional(v.picklist(NUMBERS)),
  geometry: v.optional(v.picklist(GEOMETRIES)),
  /** 1 if the first of the rows that are lists holds the names, 0 if none does. */
  headerRow: v.optional(v.picklist([0, 1])),
  encoding: v.optional(v.picklist(JSON_ENCODINGS)),
})

export type JsonOptions = v.InferOutput<typeof jsonOptions>
