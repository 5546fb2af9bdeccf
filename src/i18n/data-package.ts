import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** Columns by the type that they were given. */
interface TypedColumns {
  number: readonly string[]
  date: readonly string[]
  boolean: readonly string[]
}

interface NamedTitle {
  name: string
  said: string
}

const parts = (
  columns: TypedColumns,
  says: Readonly<Record<keyof TypedColumns, string>>,
  of: (names: readonly string[]) => string,
): string[] =>
  (['number', 'date', 'boolean'] as const).flatMap((type) =>
    columns[type].length === 0 ? [] : [`${says[type]} ${of(columns[type])}`],
  )

/** What reading says of a description (Data Package) that came with a file. */
export const dataPackageWords = messages({
  fr: {
    format: 'Données décrites (Data Package)',
    chosen: 'Choisi à la main.',
    fromPackage: 'Indiqué par datapackage.json.',
    together: 'Reçu avec le fichier, datapackage.json en décrit les colonnes.',
    describes: (count: number) => `datapackage.json décrit ${fr.count(count, 'colonne', 'colonnes')}.`,
    choices: {
      types: 'types appliqués',
      titles: 'types appliqués, titres comme noms',
      text: 'tout en texte, comme écrit',
    },
    titles: (titles: readonly NamedTitle[], more: number) =>
      `datapackage.json décrit les colonnes\u00a0: ${titles.map(({ name, said }) => `${name}\u00a0: ${said}`).join('\u202f; ')}${more > 0 ? `, et ${fr.count(more, 'autre', 'autres')}` : ''}.`,
    types: (columns: TypedColumns) =>
      `Types donnés par datapackage.json\u00a0: ${fr.list(parts(columns, { number: 'nombre pour', date: 'date pour', boolean: 'oui/non pour' }, fr.columns))}. Les autres colonnes restent du texte.`,
    misfits: (
      column: string,
      type: 'number' | 'date' | 'boolean',
      cells: number,
      texts: readonly string[],
      more: boolean,
    ) =>
      `${fr.name(column)}\u00a0: ${fr.count(cells, 'cellule n’est', 'cellules ne sont')} pas ${{ number: 'un nombre écrit', date: 'une date écrite', boolean: 'un oui/non écrit' }[type]} comme le dit datapackage.json (${texts.map(fr.name).join(', ')}${more ? '…' : ''})\u00a0: ${cells > 1 ? 'elles gardent leur texte et sont signalées' : 'elle garde son texte et est signalée'}.`,
    missing: (texts: readonly string[], cells: number) =>
      `Selon datapackage.json, ${fr.list(texts.map(fr.name))} ${texts.length > 1 ? 'veulent' : 'veut'} dire «\u00a0sans valeur\u00a0»\u00a0: ${fr.count(cells, 'cellule est vide', 'cellules sont vides')}.`,
    absent: (names: readonly string[]) =>
      `datapackage.json décrit des colonnes que le fichier n’a pas\u00a0: ${fr.list(names.slice(0, 12).map(fr.name))}${names.length > 12 ? '…' : ''}.`,
  },
  en: {
    format: 'Described data (Data Package)',
    chosen: 'Chosen by hand.',
    fromPackage: 'Said by datapackage.json.',
    together: 'It came with the file: datapackage.json describes its columns.',
    describes: (count) => `datapackage.json describes ${en.count(count, 'column', 'columns')}.`,
    choices: {
      types: 'types applied',
      titles: 'types applied, titles as names',
      text: 'all as text, as written',
    },
    titles: (titles, more) =>
      `datapackage.json describes the columns: ${titles.map(({ name, said }) => `${name}: ${said}`).join('; ')}${more > 0 ? `, and ${en.count(more, 'other', 'others')}` : ''}.`,
    types: (columns) =>
      `Types given by datapackage.json: ${en.list(parts(columns, { number: 'number for', date: 'date for', boolean: 'yes/no for' }, en.columns))}. The other columns remain text.`,
    misfits: (column, type, cells, texts, more) =>
      `${en.name(column)}: ${en.count(cells, 'cell is', 'cells are')} not ${{ number: 'a number', date: 'a date', boolean: 'yes/no' }[type]} as datapackage.json describes it (${texts.map(en.name).join(', ')}${more ? '…' : ''}): ${cells > 1 ? 'they keep their text and are pointed out' : 'it keeps its text and is pointed out'}.`,
    missing: (texts, cells) =>
      `By datapackage.json, ${en.list(texts.map(en.name))} ${texts.length > 1 ? 'mean' : 'means'} “no value”: ${en.count(cells, 'cell is blank', 'cells are blank')}.`,
    absent: (names) =>
      `datapackage.json describes columns that the file does not have: ${en.list(names.slice(0, 12).map(en.name))}${names.length > 12 ? '…' : ''}.`,
  },
})
