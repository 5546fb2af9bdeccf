import { countCodes, type Column, type RowMask } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import type { CountedText } from '../table/map-values.ts'
import { nameWords } from './name-words.ts'
import { withoutLegalMention } from './organisation.ts'
import { plainLetters } from './plain-letters.ts'
import type { Progress } from './progress.ts'
import { proposedSpelling } from './proposed-spelling.ts'

/** A spelling of the column. */
export interface Spelling extends CountedText {
  /** Its code in the column's dictionary. */
  code: number
}

/** Spellings with the same letters and marks, whatever the case, the accents, the blanks and the punctuation. */
export interface Form {
  spellings: Spelling[]
  cells: number
  words: readonly string[]
  marks: string
  abbreviated: boolean
  misread: boolean
  /** The one that stands for it in links. */
  main: Spelling
}

/** Forms with the same words in any order, articles set aside and abbreviations written out. */
export interface Name {
  /** The most frequent first. */
  forms: readonly Form[]
  /** The words of its most frequent form. */
  words: readonly string[]
  /** Numbers, ordinals and lone letters: names with different ones are different names. */
  marks: string
  /** The spelling that stands for it in links. */
  main: Spelling
  /** Codes of all its spellings. */
  codes: readonly number[]
}

const SPELLINGS_BETWEEN_PAUSES = 250
const FORMS_BETWEEN_PAUSES = 2000

const LETTER = /\p{L}/u
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu
const WHITE_SPACE = /\p{White_Space}+/gu

/** The names that the rows (the chosen ones) of a column hold, with all their spellings. */
export async function namesOfColumn(
  column: Column,
  chosen: RowMask | undefined,
  progress: Progress,
): Promise<Name[]> {
  const forms = await formsOf(column, chosen, (part) => progress(part * 0.9))
  const byKey = new Map<string, Form[]>()
  for (const [done, form] of forms.entries()) {
    if (done % FORMS_BETWEEN_PAUSES === 0) await progress(0.9 + (done / forms.length) * 0.05)
    form.main = mainOf(form.spellings)
    const key = `${[...form.words].sort().join(' ')}|${form.marks}`
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, [form])
    else same.push(form)
  }
  const names: Name[] = []
  for (const same of byKey.values()) {
    if (names.length % FORMS_BETWEEN_PAUSES === 0) await progress(0.95 + (names.length / byKey.size) * 0.05)
    names.push(nameOf(same))
  }
  return names
}

async function formsOf(column: Column, chosen: RowMask | undefined, progress: Progress): Promise<Form[]> {
  const counts = countCodes(column, chosen)
  const { dictionary } = column
  const forms = new Map<string, Form>()
  for (let code = BLANK + 1; code < dictionary.size; code++) {
    if (code % SPELLINGS_BETWEEN_PAUSES === 0) await progress(code / dictionary.size)
    const cells = counts[code]!
    if (cells === 0) continue
    const spelling: Spelling = { text: dictionary.text(code), cells, code }
    const { words, marks, abbreviated, misread } = nameWords(withoutLegalMention(spelling.text))
    const letters = LETTER.test(spelling.text)
      ? plainLetters(spelling.text.toLowerCase()).replace(NOT_LETTERS, '')
      : spelling.text.replace(WHITE_SPACE, ' ').trim()
    if (letters === '') continue
    const key = `${letters}|${marks.join(' ')}`
    const form = forms.get(key)
    if (form === undefined)
      forms.set(key, {
        spellings: [spelling],
        cells,
        words: words.length > 0 ? words : [letters],
        marks: marks.join(' '),
        abbreviated,
        misread,
        main: spelling,
      })
    else {
      form.spellings.push(spelling)
      form.cells += cells
    }
  }
  return [...forms.values()]
}

function mainOf(spellings: readonly Spelling[]): Spelling {
  if (spellings.length === 1) return spellings[0]!
  const proposed = proposedSpelling(spellings)
  return spellings.find(({ text }) => text === proposed)!
}

function nameOf(forms: Form[]): Name {
  forms.sort((a, b) => b.cells - a.cells)
  const { words, marks, main } = forms[0]!
  const codes = forms.flatMap(({ spellings }) => spellings.map(({ code }) => code))
  return { forms, words, marks, main, codes }
}
