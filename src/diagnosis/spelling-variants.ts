import { byGain } from '../cluster/by-gain.ts'
import { clusterByKey } from '../cluster/cluster-by-key.ts'
import { fingerprint } from '../cluster/fingerprint.ts'
import { findingText } from '../i18n/findings.ts'
import type { Finder } from './finder.ts'
import type { Finding } from './finding.ts'
import { proofRows } from './proof-rows.ts'
import { surveyColumn, TEXT, type ColumnSurvey } from './survey-column.ts'

/** Columns with more distinct values are not looked at: they are identifiers or free text, and it would take too long. */
const MOST_DISTINCT = 50_000
/** Longer values, in bytes on average, are sentences, which are not grouped. */
const LONGEST = 100
/** Part of the filled cells that must be names rather than numbers or codes of digits. */
const NAMES = 0.8

/** Values of a text column that differ only by case, accents, punctuation or the order of words; the person opens the groups and chooses. Groups that were refused are not proposed again. */
export const spellingVariants: Finder = (table, known) =>
  table.columns
    .filter(({ type }) => type === 'text')
    .flatMap((column) => variantsOf(surveyColumn(column), known?.refused.get(column.name) ?? []))

function variantsOf(
  { column, cells, filled }: ColumnSurvey,
  refused: readonly (readonly string[])[],
): Finding[] {
  const { dictionary } = column
  if (dictionary.size > MOST_DISTINCT || filled === 0 || cells[TEXT]! < filled * NAMES) return []
  if (dictionary.bytes.length > (dictionary.size - 1) * LONGEST) return []
  const apart = refused.map((texts) => new Set(texts))
  const groups = byGain(
    clusterByKey(column, fingerprint).filter(
      ({ key, values }) =>
        WORD.test(key) && !apart.some((texts) => values.every(({ text }) => texts.has(text))),
    ),
  )
  const [first] = groups
  if (first === undefined) return []
  const minor = new Set(
    groups.flatMap(({ values, proposed }) =>
      values.map(({ text }) => text).filter((text) => text !== proposed),
    ),
  )
  return [
    {
      code: 'spelling-variants',
      severity: 'look',
      text: findingText((said) => said.spellings(column.name, groups.length)),
      evidence: findingText((said) => said.forExample(first.values.slice(0, 3).map(({ text }) => text))),
      column: column.name,
      rows: proofRows([{ column, shows: (code) => minor.has(dictionary.text(code)) }]),
      proposal: { step: 'replace-values', params: { column: column.name } },
    },
  ]
}

/** A word long enough for its spelling to matter: not a date, a reference or an initial. */
const WORD = /\p{L}{3}/u
