import { emptyCodes } from './codes.ts'
import { countCodes, type Column } from './column.ts'
import { BLANK, DictionaryBuilder } from './dictionary.ts'
import type { CountedText } from './map-values.ts'
import type { Value } from './value.ts'

interface AppendedColumn {
  column: Column
  /** Added cells that could not become values of the column's type. */
  unconverted: CountedText[]
}

/**
 * A column with the cells of another put below its own; it keeps its name and type. `convert` makes values of its type of the other's,
 * one for each distinct value, where the types differ; text takes everything as it is written.
 */
export function appendColumn(own: Column, other: Column, convert: (value: Value) => Value): AppendedColumn {
  const builder = new DictionaryBuilder()
  builder.reserve(own.dictionary.size + other.dictionary.size)
  const ownCodes = builder.addDictionary(own.dictionary)
  const unconverted: CountedText[] = []
  const sameType = own.type === other.type
  let otherCodes: Uint32Array
  if (sameType || own.type === 'text') otherCodes = builder.addDictionary(other.dictionary, sameType)
  else {
    const counts = countCodes(other)
    otherCodes = new Uint32Array(other.dictionary.size)
    for (let code = BLANK + 1; code < other.dictionary.size; code++) {
      if (counts[code] === 0) continue
      otherCodes[code] = builder.addValue(convert(other.dictionary.value(code, other.type)), own.type)
    }
    const added = builder.finish()
    for (let code = BLANK + 1; code < otherCodes.length; code++) {
      const entry = otherCodes[code]!
      if (entry !== BLANK && added.isUnconverted(entry))
        unconverted.push({ text: other.dictionary.text(code), cells: counts[code]! })
    }
  }
  const codes = emptyCodes(own.codes.length + other.codes.length, builder.size)
  for (let row = 0; row < own.codes.length; row++) codes[row] = ownCodes[own.codes[row]!]!
  for (let row = 0, at = own.codes.length; row < other.codes.length; row++, at++)
    codes[at] = otherCodes[other.codes[row]!]!
  return {
    column: { name: own.name, type: own.type, codes, dictionary: builder.finish() },
    unconverted,
  }
}
