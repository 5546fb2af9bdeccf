import { emptyCodes } from './codes.ts'
import type { Column, RowMask } from './column.ts'
import { BLANK, DictionaryBuilder } from './dictionary.ts'
import type { CountedText } from './map-values.ts'
import { valueText, type ColumnType, type Value } from './value.ts'

export interface FillOptions {
  /** For each row, the entry of the answers' dictionary; the blank says nothing. */
  answerAt: (row: number) => number
  /** Whose dictionary the answers are in; its rows do not count. */
  answers: Column
  /** Whether filled cells change too; otherwise only empty ones do. */
  overwrite: boolean
  /** Only these rows change; all of them if absent. */
  chosen?: RowMask | undefined
}

export interface FilledColumn {
  column: Column
  changedCells: number
  /** Filled cells that keep a value other than the answer. */
  differing: number
  /** Answers put in that are not of the column's type, as unconverted text. */
  unconverted: CountedText[]
}

/** A column with the cells that have an answer filled in. A cell without an answer is never emptied. */
export function fillCells(
  target: Column,
  { answerAt, answers, overwrite, chosen }: FillOptions,
): FilledColumn {
  const { dictionary, codes } = target
  const builder = new DictionaryBuilder()
  builder.addDictionary(dictionary)
  const translated = Uint32Array.from({ length: answers.dictionary.size }, (_, code) =>
    answers.dictionary.isEmpty(code)
      ? BLANK
      : builder.addValue(asType(answers.dictionary.value(code, answers.type), target.type), target.type),
  )
  const filled = emptyCodes(codes.length, builder.size)
  const written = new Uint32Array(builder.size)
  let changedCells = 0
  let differing = 0
  for (let row = 0; row < codes.length; row++) {
    const old = codes[row]!
    filled[row] = old
    if (chosen !== undefined && chosen[row] !== 1) continue
    const answer = translated[answerAt(row)]!
    if (answer === BLANK || answer === old) continue
    if (!overwrite && !dictionary.isEmpty(old)) {
      differing++
      continue
    }
    filled[row] = answer
    written[answer]!++
    changedCells++
  }
  if (changedCells === 0) return { column: target, changedCells, differing, unconverted: [] }
  const next = builder.finish()
  const unconverted: CountedText[] = []
  written.forEach((cells, code) => {
    if (cells > 0 && next.isUnconverted(code)) unconverted.push({ text: next.text(code), cells })
  })
  return { column: { ...target, codes: filled, dictionary: next }, changedCells, differing, unconverted }
}

/** Any value can be text; other types take their own values only. */
const asType = (value: Value, type: ColumnType): Value => (type === 'text' ? valueText(value) : value)

/** A column of blanks. */
export const blankColumn = (name: string, type: ColumnType, rowCount: number): Column => ({
  name,
  type,
  codes: emptyCodes(rowCount, 1),
  dictionary: new DictionaryBuilder().finish(),
})
