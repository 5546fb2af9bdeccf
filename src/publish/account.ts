import { htmlText } from '../formats/html/html-text.ts'
import { accountWords } from '../i18n/account.ts'
import { optionNames } from '../i18n/import-strip.ts'
import type { Language, Localized } from '../i18n/messages.ts'
import { problemSentence } from '../i18n/problems.ts'
import { recipeWords } from '../i18n/recipe-panel.ts'
import type { PlainProblem } from '../problem/problem.ts'
import type { ExplainedChange, Failure, Outcome } from '../steps/outcome.ts'
import { outcomeParts } from '../steps/outcome-sentence.ts'

/** One step, as it was asked for and what it did. */
export interface AccountStep {
  step: string
  sentence: Localized
  note: string
  state: 'done' | 'off' | 'failed' | 'reduced' | 'skipped' | 'waiting'
  without: readonly string[]
  outcome: Outcome | null
  problem: PlainProblem | null
}

/** Where the rows of a sheet come from; `found` tells how a file was read. */
type AccountOrigin =
  | {
      kind: 'file'
      fileName: string
      formatName: Localized
      found: readonly { option: string; label: Localized }[]
      rows: number
      columns: number
    }
  | { kind: 'data'; rows: number }
  | { kind: 'sheet'; sheet: string; rows: number }
  | { kind: 'unreadable'; fileName: string; problem: PlainProblem }

export interface AccountSheet {
  name: string
  origin: AccountOrigin
  steps: readonly AccountStep[]
  rows: number
  columns: readonly unknown[]
  findings: readonly { text: Localized; dismissed: string | null }[]
}

/** What was done to the data, for whoever reads them. */
export interface AccountOfWork {
  title: string
  sheets: readonly AccountSheet[]
}

const STYLE = [
  'body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff}',
  'h1{font-size:1.5rem;line-height:1.25}h2{margin-top:2rem;font-size:1.2rem;border-bottom:1px solid #bbb}h3{font-size:1rem}',
  'ol>li{margin-bottom:.75rem}ol>li>strong{font-weight:600}',
  'table{margin:.5rem 0;border-collapse:collapse;font-size:.9rem}th,td{padding:.15rem .5rem;border:1px solid #bbb;text-align:start;vertical-align:top}',
  'th{background:#f2f2f2}.n{text-align:end;font-variant-numeric:tabular-nums}',
  '@media print{body{margin:0}li,tr{break-inside:avoid}}',
].join('')

const MOST_CHANGES = 200
const MOST_EXAMPLES = 20

/**
 * A page (HTML, nothing from elsewhere) that tells in plain words where the data come from, what each step did and could not do, the
 * reasons given for what was settled or set aside, and what is left to look at. `madeOn` is the day that it bears.
 */
export function accountPage({ title, sheets }: AccountOfWork, language: Language, madeOn: Date): string {
  const words = accountWords[language]
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(madeOn)
  const head = htmlText(words.title(title))
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${head}</title><style>${STYLE}</style></head>`,
    '<body>',
    `<h1>${head}</h1>`,
    paragraph(words.made(day)),
    ...sheets.flatMap((sheet) => sheetLines(sheet, language)),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const paragraph = (text: string): string => `<p>${htmlText(text)}</p>`

function list(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return []
  return [
    `<h3>${htmlText(title)}</h3>`,
    '<ul>',
    ...items.map((item) => `<li>${htmlText(item)}</li>`),
    '</ul>',
  ]
}

function sheetLines({ name, origin, steps, rows, columns, findings }: AccountSheet, language: Language) {
  const words = accountWords[language]
  const set = findings.filter(({ dismissed }) => dismissed !== null)
  const left = findings.filter(({ dismissed }) => dismissed === null)
  return [
    `<h2>${htmlText(words.sheet(name))}</h2>`,
    paragraph(originSentence(origin, language)),
    ...(origin.kind === 'file'
      ? list(
          words.readAs,
          origin.found.map(({ option, label }) =>
            words.found(optionNames[language][option] ?? option, label[language]),
          ),
        )
      : []),
    `<h3>${htmlText(words.steps)}</h3>`,
    ...(steps.length === 0
      ? [paragraph(words.noStep)]
      : ['<ol>', ...steps.map((step) => stepItem(step, language)), '</ol>']),
    ...(origin.kind === 'unreadable' ? [] : [paragraph(words.result(rows, columns.length))]),
    ...list(
      words.dismissed,
      set.map(({ text, dismissed }) => words.reason(text[language], dismissed ?? '')),
    ),
    ...list(
      words.left,
      left.map(({ text }) => text[language]),
    ),
  ]
}

function originSentence(origin: AccountOrigin, language: Language): string {
  const words = accountWords[language]
  switch (origin.kind) {
    case 'file':
      return words.fromFile(origin.fileName, origin.formatName[language], origin.rows, origin.columns)
    case 'data':
      return words.fromData(origin.rows)
    case 'sheet':
      return words.fromSheet(origin.sheet, origin.rows)
    case 'unreadable':
      return words.unreadable(origin.fileName, problemSentence(origin.problem, language))
  }
}

function stepItem(step: AccountStep, language: Language): string {
  const words = accountWords[language]
  const { outcome, problem, state, without, note } = step
  const said: string[] = []
  if (state === 'off') said.push(words.off)
  if (state === 'skipped') said.push(words.skipped)
  if (state === 'reduced') said.push(words.without(without))
  if (problem !== null) said.push(`${recipeWords[language].failed} ${problemSentence(problem, language)}`)
  if (outcome !== null) {
    const counted = outcomeParts(outcome, step.step, language).join(', ')
    if (counted !== '') said.push(ended(counted.charAt(0).toUpperCase() + counted.slice(1)))
    said.push(...outcome.remarks.map((remark) => ended(remark[language])))
    said.push(...outcome.failures.map((failure) => failureSentence(failure, language)))
  }
  if (note !== '') said.push(words.note(note))
  return [
    `<li><strong>${htmlText(step.sentence[language])}</strong>`,
    ...(said.length === 0 ? [] : ['<ul>', ...said.map((each) => `<li>${htmlText(each)}</li>`), '</ul>']),
    ...changes(outcome?.explained ?? [], language),
    '</li>',
  ].join('\n')
}

const ended = (sentence: string): string => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`)

function failureSentence({ code, column, cells, values, distinct }: Failure, language: Language): string {
  const words = accountWords[language]
  const shown = values.slice(0, MOST_EXAMPLES).map(({ text, cells: own }) => words.example(text, own))
  const counted = recipeWords[language].failures[code](cells, column)
  if (shown.length === 0) return ended(counted)
  return ended(
    `${counted}${language === 'fr' ? '\u00a0' : ''}: ${words.examples(shown, distinct - shown.length)}`,
  )
}

/** Each value that became another one for a reason of its own. */
function changes(explained: readonly ExplainedChange[], language: Language): string[] {
  if (explained.length === 0) return []
  const words = accountWords[language]
  const number = new Intl.NumberFormat(language)
  const shown = explained.slice(0, MOST_CHANGES)
  const heads = [words.column, words.before, words.after, words.cells, words.why]
  return [
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${htmlText(head)}</th>`).join('')}</tr></thead><tbody>`,
    ...shown.map(({ column, from, to, cells, why }) => {
      const texts = [column, from, to].map((text) => `<td>${htmlText(text)}</td>`).join('')
      return `<tr>${texts}<td class="n">${number.format(cells)}</td><td>${htmlText(why[language])}</td></tr>`
    }),
    '</tbody></table>',
    ...(explained.length > shown.length
      ? [paragraph(words.moreChanges(explained.length - shown.length))]
      : []),
  ]
}
