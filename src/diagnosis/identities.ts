import { findingText } from '../i18n/findings.ts'
import { plainLabel } from '../nomenclature/plain-label.ts'
import { isSiret } from '../nomenclature/siren.ts'
import { folded } from '../steps/folded.ts'
import type { Column } from '../table/column.ts'
import { profileColumn } from '../table/profile.ts'
import type { Table } from '../table/table.ts'
import { disagreements } from './disagreements.ts'
import type { Finder } from './finder.ts'
import { surveyColumn, TEXT } from './survey-column.ts'

const NAME =
  /\b(nom|raison|denomination|intitule|name|beneficiaire|association|organisme|attribuant|titulaire)\b/
const SPARE = new Set([
  'siret',
  'siren',
  'numero',
  'num',
  'n',
  'id',
  'identifiant',
  'nom',
  'name',
  'de',
  'du',
  'la',
  'l',
])
/** Above this part of them, the two columns do not speak of the same bodies. */
const RARE = 0.2

/**
 * One SIRET beside two names, and one name beside the SIRETs of two bodies (another SIREN; several establishments of one body are
 * as they should be). Only valid SIRETs count, and only a column of names that goes with that of SIRETs beyond doubt.
 */
export const identities: Finder = (table) =>
  table.columns.flatMap((sirets) => {
    if (sirets.type !== 'text' || !/siret/.test(folded(sirets.name))) return []
    const names = namesOf(table, sirets)
    if (names === undefined) return []
    const siret = (text: string): string => {
      const digits = text.replace(/\s/g, '')
      return isSiret(digits) ? digits : ''
    }
    const byNumber = disagreements(sirets, names, { key: siret, value: sortedWords })
    const byName = disagreements(names, sirets, {
      key: sortedWords,
      value: (text) => siret(text).slice(0, 9),
    })
    return [
      ...[byNumber].flatMap((told) => {
        if (told === null || told.found.length === 0 || told.found.length > told.keys * RARE) return []
        const [first] = told.found
        return [
          {
            code: 'one-siret-two-names',
            severity: 'look' as const,
            text: findingText((said) => said.oneSiretTwoNames(names.name, told.found.length)),
            evidence: findingText((said) => said.standsBeside(first!.key, first!.values)),
            column: names.name,
            rows: told.rows,
            // Names without groups: the grouping of spellings opens, where the SIRET speaks for and against.
            proposal: { step: 'replace-values', params: { column: names.name } },
          },
        ]
      }),
      ...[byName].flatMap((told) => {
        if (told === null || told.found.length === 0 || told.found.length > told.keys * RARE) return []
        const [first] = told.found
        return [
          {
            code: 'one-name-two-sirets',
            severity: 'info' as const,
            text: findingText((said) => said.oneNameTwoSirets(names.name, told.found.length)),
            evidence: findingText((said) => said.standsBeside(first!.key, first!.values)),
            column: sirets.name,
            rows: told.rows,
          },
        ]
      }),
    ]
  })

/** Words of a name in one order: « Judo Club » and « club judo » are one name here, which the grouping of spellings is for. */
const sortedWords = (name: string): string => plainLabel(name).split(' ').sort().join(' ')

/** The column of names that goes with a column of SIRETs: the only one, or the only one that shares most of its name. */
function namesOf(table: Table, sirets: Column): Column | undefined {
  const wanted = new Set(wordsOf(sirets.name))
  const candidates = table.columns
    .filter(({ name, type }) => type === 'text' && NAME.test(wordsOf(name, true).join(' ')))
    .filter((column) => column !== sirets && isOfNames(column))
    .map((column) => ({ column, shared: wordsOf(column.name).filter((word) => wanted.has(word)).length }))
  const most = Math.max(...candidates.map(({ shared }) => shared))
  const best = candidates.filter(({ shared }) => shared === most)
  return best.length === 1 ? best[0]!.column : undefined
}

function isOfNames(column: Column): boolean {
  const { cells, filled } = surveyColumn(column)
  return filled > 0 && cells[TEXT]! >= filled * 0.8 && profileColumn(column).distinct > 1
}

/** Words of a column's name: `nomBeneficiaire` and `NOM_BENEFICIAIRE` have the same. */
function wordsOf(name: string, all = false): string[] {
  const words = folded(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).split(/[^\p{L}\p{N}]+/u)
  return words.filter((word) => word !== '' && (all || !SPARE.has(word)))
}
