import { findingText } from '../i18n/findings.ts'
import { folded } from '../steps/folded.ts'
import { type Finder } from './finder.ts'
import { proofRows } from './proof-rows.ts'
import { surveyColumn } from './survey-column.ts'

const CHAPTER_NAME = /contnat|chapitre/
const ONLY_WITH_ZERO: ReadonlySet<string> = new Set(['11', '12'])

/**
 * Chapters of a public budget that lost their zero. 11 and 12 betray it: they exist as 011 and 012 alone. Others, such as 10 and
 * 010, exist in both forms and are for the neighbouring columns to decide, so that no padding is proposed.
 */
export const lostChapterZeros: Finder = (table) =>
  table.columns.flatMap((column) => {
    if (column.type !== 'text' || !CHAPTER_NAME.test(folded(column.name))) return []
    const { counts } = surveyColumn(column)
    const lost = new Set<number>()
    let cells = 0
    for (let code = 1; code < counts.length; code++) {
      if (counts[code] === 0 || !ONLY_WITH_ZERO.has(column.dictionary.text(code))) continue
      lost.add(code)
      cells += counts[code]!
    }
    if (cells === 0) return []
    return [
      {
        code: 'lost-chapter-zeros',
        severity: 'look',
        text: findingText((said) => said.lostChapterZeros(column.name, cells)),
        column: column.name,
        rows: proofRows([{ column, shows: (code) => lost.has(code) }]),
      },
    ]
  })
