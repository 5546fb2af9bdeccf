import { en, fr } from '../i18n/words.ts'
import { Problem } from '../problem/problem.ts'
import { matchRows } from '../table/match-rows.ts'
import { pairRows, partnerColumn } from '../table/pair-rows.ts'
import { selectRows } from '../table/select-rows.ts'
import { columnNamed, insertColumns } from '../table/table.ts'
import { choiceField, flagField, optional, takeField } from './fields.ts'
import { folded } from './folded.ts'
import { joinAccount, repeatedTotals } from './join-account.ts'
import { otherSheetField, pairsField } from './other-sheet.ts'
import { applied } from './outcome.ts'
import { step } from './step.ts'

interface JoinParams {
  take?: Record<string, string> | undefined
  keep?: 'all' | 'matched' | 'unmatched' | undefined
}

/**
 * Looks each row up in another sheet by one or more columns (`matchRows`) and brings columns of the row found there; or keeps only the
 * rows that are found there, or only those that are not. A row that finds several rows which say different things is refused
 * (`several-matches`) unless `several` takes the first, or makes one row of each.
 */
export const joinSheet = step({
  id: 'join-sheet',
  group: 'shape',
  title: { fr: 'Croiser avec une autre feuille', en: 'Match with another sheet' },
  about: {
    fr: 'Retrouve chaque ligne dans une autre feuille (même SIRET, même nom et même année…)\u00a0: pour y prendre des colonnes, ou pour ne garder que les lignes qui y sont, ou qui n’y sont pas.',
    en: 'Finds each row in another sheet (same SIRET, same name and year…): to take columns from it, or to keep only the rows that are there, or that are not.',
  },
  search: {
    fr: 'jointure joindre fusionner rapprocher compléter recherchev rechercher comparer absent manquant autre fichier deux fichiers',
    en: 'join merge vlookup xlookup lookup compare missing absent other file two files anti',
  },
  fields: {
    reference: otherSheetField({
      label: { fr: 'Autre feuille', en: 'Other sheet' },
      hint: {
        fr: 'Un fichier que vous ouvrez ici devient une feuille du classeur.',
        en: 'A file that you open here becomes a sheet of the workbook.',
      },
    }),
    keys: pairsField({
      label: { fr: 'Une ligne est la même quand', en: 'A row is the same when' },
      hint: {
        fr: 'Les valeurs doivent être identiques\u00a0: 011 n’est pas 11.',
        en: 'Values must be identical: 011 is not 11.',
      },
    }),
    take: optional(
      takeField({
        label: { fr: 'Colonnes à en rapporter', en: 'Columns to bring from it' },
        hint: {
          fr: 'Chacune devient une nouvelle colonne, au bout du tableau.',
          en: 'Each becomes a new column, at the end of the table.',
        },
      }),
    ),
    keep: optional(
      choiceField({
        label: { fr: 'Lignes à garder', en: 'Rows to keep' },
        order: ['all', 'matched', 'unmatched'],
        choices: {
          all: { fr: 'toutes', en: 'all' },
          matched: { fr: 'celles qui sont dans l’autre feuille', en: 'those that are in the other sheet' },
          unmatched: {
            fr: 'celles qui n’y sont pas',
            en: 'those that are not',
          },
        },
      }),
    ),
    several: optional(
      choiceField({
        label: { fr: 'Si une ligne en trouve plusieurs', en: 'If a row finds several' },
        order: ['refuse', 'first', 'each'],
        choices: {
          refuse: { fr: 'ne rien faire et le dire', en: 'do nothing and say so' },
          first: { fr: 'prendre la première', en: 'take the first' },
          each: { fr: 'faire une ligne pour chacune', en: 'make a row for each' },
        },
      }),
    ),
    alike: optional(
      flagField({
        label: {
          fr: 'Même si la casse ou les accents diffèrent',
          en: 'Even if case or accents differ',
        },
      }),
    ),
  },
  check: ({ keep = 'all', take }) => keep !== 'all' || take !== undefined,
  initial: ([column]) => (column === undefined ? {} : { keys: { [column]: column } }),
  sheets: ({ reference }) => [reference.sheet],
  sentence: {
    fr: ({ reference, keys, keep = 'all', take = {} }) => {
      const sheet = `la feuille ${fr.name(reference.sheet)}`
      const by = fr.columns(Object.keys(keys))
      const names = fr.columns(Object.values(take))
      if (keep === 'unmatched') return `Garder les lignes qui ne sont pas dans ${sheet}, d’après ${by}`
      if (keep === 'all') return `Prendre ${names} dans ${sheet}, d’après ${by}`
      const also = Object.keys(take).length === 0 ? '' : `, et y prendre ${names}`
      return `Garder les lignes qui sont dans ${sheet}, d’après ${by}${also}`
    },
    en: ({ reference, keys, keep = 'all', take = {} }) => {
      const sheet = `the sheet ${en.name(reference.sheet)}`
      const by = en.columns(Object.keys(keys))
      const names = en.columns(Object.values(take))
      if (keep === 'unmatched') return `Keep the rows that are not in ${sheet}, by ${by}`
      if (keep === 'all') return `Take ${names} from ${sheet}, by ${by}`
      const also = Object.keys(take).length === 0 ? '' : `, and take ${names} from it`
      return `Keep the rows that are in ${sheet}, by ${by}${also}`
    },
  },
  columnsAfter: (params, before) => [...before, ...Object.values(takenOf(params))],
  apply: async (table, params, context) => {
    const { reference, keys, alike = false, keep = 'all', several = 'refuse' } = params
    const other = await context.sheet(reference.sheet)
    const pairs = Object.entries(keys).map(
      ([own, theirs]) => [columnNamed(table, own), columnNamed(other, theirs)] as const,
    )
    const taken = Object.entries(takenOf(params)).map(([from, to]) => ({
      column: columnNamed(other, from),
      to,
    }))
    const matched = matchRows(pairs, alike ? folded : undefined)
    await context.progress(0.5)
    const account = joinAccount(matched, pairs, {
      sheet: reference.sheet,
      taken: taken.map(({ column }) => column),
      keep,
    })
    if (several === 'refuse' && account.ambiguous !== null) {
      const { cells, values } = account.ambiguous
      const examples = values.slice(0, 3).map(({ text }) => text)
      throw new Problem('several-matches', { sheet: reference.sheet, rows: cells, examples })
    }
    const { origins, partners } = pairRows(matched, { keep, each: several === 'each' && taken.length > 0 })
    await context.progress(0.7)
    const isSame = keep === 'all' && origins.length === table.rowCount
    const kept = isSame ? table : selectRows(table, origins)
    const made = taken.map(({ column, to }) => partnerColumn(column, to, partners))
    const after = insertColumns(kept, made)
    return applied(table, after, {
      failures: [
        ...(account.unmatched === null || keep === 'unmatched' ? [] : [account.unmatched]),
        ...(account.ambiguous === null || several === 'each' ? [] : [account.ambiguous]),
      ],
      remarks: [
        ...account.remarks,
        ...(several === 'each' ? repeatedTotals(table, kept, origins.length) : []),
      ],
      ...(isSame ? {} : { origins }),
    })
  },
})

/** Nothing can be taken where there is no row to take it from. */
const takenOf = ({ take = {}, keep }: JoinParams): Record<string, string> =>
  keep === 'unmatched' ? {} : take
