import { jsonReading } from '../../i18n/json-reading.ts'
import { Problem } from '../../problem/problem.ts'
import { ColumnBuilder } from '../../table/column.ts'
import { tableOf } from '../../table/table.ts'
import type { ReadContext, ReadNote, ReadResult, SourceFile } from '../format.ts'
import { JsonNumber, jsonText, parseJson, type JsonObject, type JsonValue } from './json-values.ts'

/**
 * Reads an array of objects: one row an object, one column a name, in the order in which names are first met. Numbers keep
 * their digits, null and missing members are blank, a member that holds others is kept as its JSON text.
 * Throws Problem `json-broken` or `json-not-rows`.
 */
export async function readJson(file: SourceFile, _: object, context: ReadContext): Promise<ReadResult> {
  const bytes = await file.bytes.arrayBuffer()
  await context.progress(0.3)
  const value = parseJson(new TextDecoder().decode(bytes))
  await context.progress(0.7)
  if (!Array.isArray(value) || !value.every(isObject)) throw new Problem('json-not-rows', {})

  const builders = new Map<string, ColumnBuilder>()
  let nested = 0
  value.forEach((object, row) => {
    for (const [name, member] of object) {
      const key = name.trim() === '' ? '(sans nom)' : name
      let builder = builders.get(key)
      if (builder === undefined) builders.set(key, (builder = new ColumnBuilder()))
      if (member instanceof Map || Array.isArray(member)) nested++
      if (member !== null) builder.codes.set(row, builder.dictionary.addText(cellOf(member)))
    }
  })
  const columns = Array.from(builders, ([name, builder]) => {
    builder.codes.padTo(value.length)
    return builder.finish(name)
  })
  const notes: ReadNote[] = []
  if (nested > 0) {
    notes.push({
      code: 'nested-values',
      severity: 'look',
      text: { fr: jsonReading.fr.nested(nested), en: jsonReading.en.nested(nested) },
    })
  }
  return { table: tableOf(columns, value.length), found: [], notes }
}

const isObject = (value: JsonValue): value is JsonObject => value instanceof Map

const cellOf = (value: JsonValue): string =>
  typeof value === 'string' ? value : value instanceof JsonNumber ? value.text : jsonText(value)
