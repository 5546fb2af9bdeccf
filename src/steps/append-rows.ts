import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { appendColumn } from '../table/append-column.ts'
import { emptyCodes } from '../table/codes.ts'
import type { Column } from '../table/column.ts'
import { BLANK, DictionaryBuilder } from '../table/dictionary.ts'
import { blankColumn } from '../table/fill-cells.ts'
import { plainName } from '../table/plain-name.ts'
import { columnNamed, columnNames, findColumn, tableOf, type Table } from '../table/table.ts'
import { valueText } from '../table/value.ts'
import { choiceField, newColumnField, optional, takeField, textField } from './fields.ts'
import { otherSheetField } from './other-sheet.ts'
import { applied, failuresOf, type Failure } from './outcome.ts'
import { step } from './step.ts'
import { valueFromText } from './value-from-text.ts'

interface AppendParams {
  take?: Record<string, string> | undefined
  origin?: string | undefined
  here?: string | undefined
  there?: string | undefined
}

/**
 * Puts the rows of another sheet below those of the table. Columns go together by `take` (of the other sheet → of the table, or a new
 * one), then by name, then by name but for case, accents and punctuation; what the other sheet has besides becomes new columns unless
 * `extras` leaves it. `origin` names a column that says where a row comes from: `here`, or `there` (the other sheet's name if absent).
 */
export const appendRows = step({
  id: 'append-rows',
  group: 'shape',
  title: { fr: 'Ajouter les lignes d’une autre feuille', en: 'Add the rows of another sheet' },
  about: {
    fr: 'Met les lignes d’une autre feuille sous celles-ci, par exemple une autre année. Les colonnes se retrouvent par leur nom.',
    en: 'Puts the rows of another sheet below these, for example of another year. Columns find each other by name.',
  },
  search: {
    fr: 'empiler concaténer réunir fusionner à la suite bout à bout années fichiers union',
    en: 'append stack concatenate union combine below years files',
  },
  fields: {
    reference: otherSheetField({
      label: { fr: 'Feuille à ajouter', en: 'Sheet to add' },
      hint: {
        fr: 'Un fichier que vous ouvrez ici devient une feuille du classeur.',
        en: 'A file that you open here becomes a sheet of the workbook.',
      },
    }),
    take: optional(
      takeField({
        label: { fr: 'Colonnes qui ont changé de nom', en: 'Columns with another name' },
        hint: {
          fr: 'Celles que leur nom ne suffit pas à retrouver\u00a0: à gauche dans l’autre feuille, à droite ici.',
          en: 'Those that do not find each other by name: on the left in the other sheet, on the right here.',
        },
      }),
    ),
    extras: optional(
      choiceField({
        label: {
          fr: 'Colonnes que l’autre feuille est seule à avoir',
          en: 'Columns only the other sheet has',
        },
        order: ['add', 'leave'],
        choices: {
          add: { fr: 'les ajouter', en: 'add them' },
          leave: { fr: 'les laisser', en: 'leave them' },
        },
      }),
    ),
    origin: optional(
      newColumnField({
        label: { fr: 'Colonne qui dit d’où vient la ligne', en: 'Column that says where a row comes from' },
      }),
    ),
    here: optional(textField({ label: { fr: 'Pour les lignes d’ici', en: 'For the rows here' } })),
    there: optional(
      textField({
        label: { fr: 'Pour les lignes ajoutées', en: 'For the rows added' },
        hint: {
          fr: 'Le nom de l’autre feuille si vous n’écrivez rien.',
          en: 'The name of the other sheet if you write nothing.',
        },
      }),
    ),
  },
  sheets: ({ reference }) => [reference.sheet],
  sentence: {
    fr: ({ reference }) => `Ajouter les lignes de la feuille ${fr.name(reference.sheet)}`,
    en: ({ reference }) => `Add the rows of the sheet ${en.name(reference.sheet)}`,
  },
  // What only the other sheet has comes last, and cannot be told without it.
  columnsAfter: (params, before) => [...before, ...newNames(params, before)],
  apply: async (table, params, context) => {
    const { reference, take = {}, extras = 'add', origin, here = '', there = '' } = params
    const other = await context.sheet(reference.sheet)
    const before = columnNames(table)
    const sources = sourcesOf(table, other, take)
    const used = new Set(sources.values())
    const alone = columnNames(other).filter((name) => !used.has(name) && name !== origin)
    const failures: Failure[] = []
    const columns: Column[] = []
    const names = [...before, ...newNames(params, before), ...(extras === 'add' ? alone : [])]
    for (const [index, name] of names.entries()) {
      await context.progress(index / names.length)
      if (name === origin) {
        const labels = { here, there: there.trim() === '' ? reference.sheet : there }
        columns.push(originColumn(name, findColumn(table, name), table.rowCount, other.rowCount, labels))
        continue
      }
      const source = sources.get(name) ?? (before.includes(name) ? undefined : name)
      const added = source === undefined ? undefined : columnNamed(other, source)
      const type = findColumn(table, name)?.type ?? added?.type ?? 'text'
      const own = findColumn(table, name) ?? blankColumn(name, type, table.rowCount)
      const appended = appendColumn(own, added ?? blankColumn(name, type, other.rowCount), (value) =>
        valueFromText(valueText(value), type),
      )
      failures.push(...failuresOf('unconverted', name, appended.unconverted))
      columns.push(appended.column)
    }
    const lacking = before.filter((name) => name !== origin && !sources.has(name))
    return applied(table, tableOf(columns, table.rowCount + other.rowCount), {
      failures,
      remarks: [
        ...renamedRemark(sources),
        ...lackingRemark(lacking, reference.sheet),
        ...aloneRemark(alone, extras, reference.sheet),
      ],
    })
  },
})

function newNames({ take = {}, origin }: AppendParams, before: readonly string[]): string[] {
  const made = [...Object.values(take), ...(origin === undefined ? [] : [origin])]
  return [...new Set(made)].filter((name) => !before.includes(name))
}

/** For columns of the table and new ones, the column of the other sheet whose cells go there. */
function sourcesOf(table: Table, other: Table, take: Readonly<Record<string, string>>): Map<string, string> {
  const sources = new Map(Object.entries(take).map(([from, to]) => [to, from]))
  const free = (): string[] => {
    const used = new Set(sources.values())
    return columnNames(other).filter((name) => !used.has(name))
  }
  const wanting = (): string[] => columnNames(table).filter((name) => !sources.has(name))
  const left = new Set(free())
  for (const name of wanting()) if (left.has(name)) sources.set(name, name)
  const byPlainName = new Map<string, string[]>()
  for (const name of free()) {
    const plain = plainName(name)
    byPlainName.set(plain, [...(byPlainName.get(plain) ?? []), name])
  }
  for (const name of wanting()) {
    const alike = byPlainName.get(plainName(name)) ?? []
    // Of two that are spelled alike, neither is surely meant.
    if (alike.length === 1 && plainName(name) !== '') {
      sources.set(name, alike[0]!)
      byPlainName.delete(plainName(name))
    }
  }
  return sources
}

/** An existing column says what it says already of the rows that were there. */
function originColumn(
  name: string,
  own: Column | undefined,
  ownRows: number,
  otherRows: number,
  { here, there }: { here: string; there: string },
): Column {
  const builder = new DictionaryBuilder()
  const known = own === undefined ? null : builder.addDictionary(own.dictionary, false)
  const hereCode = here.trim() === '' ? BLANK : builder.addText(here)
  const thereCode = builder.addText(there)
  const codes = emptyCodes(ownRows + otherRows, builder.size)
  for (let row = 0; row < ownRows; row++) codes[row] = known === null ? hereCode : known[own!.codes[row]!]!
  codes.fill(thereCode, ownRows)
  return { name, type: 'text', codes, dictionary: builder.finish() }
}

function renamedRemark(sources: ReadonlyMap<string, string>): Localized[] {
  const renamed = [...sources].filter(([to, from]) => to !== from)
  if (renamed.length === 0) return []
  const said = renamed.map(([to, from]) => `${from} → ${to}`).join(', ')
  return [
    {
      fr: `Colonnes rapprochées malgré leur nom\u00a0: ${said}.`,
      en: `Columns brought together in spite of their names: ${said}.`,
    },
  ]
}

function lackingRemark(names: readonly string[], sheet: string): Localized[] {
  if (names.length === 0) return []
  return [
    {
      fr: `La feuille ${fr.name(sheet)} n’a pas ${fr.list(names.map(fr.name))}\u00a0: vide dans les lignes ajoutées.`,
      en: `The sheet ${en.name(sheet)} lacks ${en.list(names.map(en.name))}: blank in the rows added.`,
    },
  ]
}

function aloneRemark(names: readonly string[], extras: 'add' | 'leave', sheet: string): Localized[] {
  if (names.length === 0) return []
  const added = extras === 'add'
  return [
    {
      fr: `La feuille ${fr.name(sheet)} est seule à avoir ${fr.list(names.map(fr.name))}\u00a0: ${added ? 'ajoutée' : 'laissée'}${names.length < 2 ? '' : 's'}.`,
      en: `Only the sheet ${en.name(sheet)} has ${en.list(names.map(en.name))}: ${added ? 'added' : 'left out'}.`,
    },
  ]
}
