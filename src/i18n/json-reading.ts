import { messages } from './messages.ts'
import { en, fr } from './words.ts'

type RowLayout = 'list' | 'columns' | 'keyed' | 'record'

const ENCODING_NAME: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
}

const percent = (part: number, all: number): number => (all === 0 ? 100 : Math.round((100 * part) / all))

/** What reading JSON says: choices with their evidence, and notes. */
export const jsonReading = messages({
  fr: {
    encoding: (encoding: string) => ENCODING_NAME[encoding] ?? encoding,
    encodingBecause: {
      mark: 'Le fichier commence par la marque de cet encodage.',
      'two-bytes': 'Chaque lettre occupe deux octets.',
      rule: 'C’est la règle de ce format, et toutes les lettres se lisent ainsi.',
      'not-utf-8': 'Les lettres accentuées ne se lisent pas en UTF-8, qui est la règle de ce format.',
    },
    chosen: 'Choisi à la main.',
    /** `path` is `null` for the whole file. */
    place: (path: string | null, layout: RowLayout, rows: number, lines: boolean): string => {
      const where = path ?? 'tout le fichier'
      if (layout === 'record') return `${where} (1\u00a0ligne)`
      if (layout === 'columns') return `${where} (colonnes de ${fr.count(rows, 'valeur', 'valeurs')})`
      if (layout === 'keyed') return `${where} (${fr.count(rows, 'fiche nommée', 'fiches nommées')})`
      if (path === null && lines) return `${where} (${fr.count(rows, 'ligne', 'lignes')})`
      return `${where} (${fr.count(rows, 'élément', 'éléments')})`
    },
    placeEvidence: (values: number, all: number, places: number) =>
      `${percent(values, all)}\u00a0% des valeurs du fichier y sont${places > 1 ? `\u202f; ${fr.count(places, 'endroit peut', 'endroits peuvent')} se lire comme un tableau` : ''}.`,
    lists: {
      joined: 'séparées par une barre\u00a0: a\u00a0|\u00a0b',
      json: 'telles qu’elles sont écrites\u00a0: ["a","b"]',
    },
    listsEvidence: (cells: number) =>
      `${fr.count(cells, 'cellule contient', 'cellules contiennent')} une liste de valeurs.`,
    numbers: {
      text: 'gardés tels qu’ils sont écrits (texte)',
      number: 'nombres quand toute la colonne en est',
    },
    numbersEvidence:
      'Une cellule reste du texte tant qu’une étape n’en décide pas autrement\u00a0: aucun chiffre ne change.',
    geometry: { 'lon-lat': 'longitude et latitude', geojson: 'texte GeoJSON' },
    allPoints: 'Tous les lieux du fichier sont des points.',
    notOnlyPoints: 'Le fichier contient des lignes ou des surfaces, qui ne tiennent pas en deux nombres.',
    header: { 1: 'première ligne', 0: 'aucun nom de colonne' },
    headerEvidence: {
      1: 'La première ligne ne contient que des textes différents.',
      0: 'La première ligne ressemble aux suivantes.',
    },
    nested: (cells: number) =>
      `${fr.count(cells, 'cellule contient', 'cellules contiennent')} plusieurs valeurs qui ne tiennent pas dans une seule colonne\u00a0: elles sont gardées telles qu’elles sont écrites.`,
    joined: (cells: number) =>
      `${fr.count(cells, 'cellule contient une liste, écrite', 'cellules contiennent une liste, écrite')} avec une barre entre les valeurs (a\u00a0|\u00a0b).`,
    repeated: (name: string, row: number) =>
      `Le nom ${fr.name(name)} vient deux fois dans un même enregistrement (ligne ${fr.number(row)} du tableau)\u00a0: la seconde valeur est dans une colonne à part.`,
    shortColumns: (names: readonly string[]) =>
      `Le fichier donne moins de valeurs à ${fr.columns(names)}\u00a0: les dernières cellules y sont vides. Vérifiez que les valeurs sont en face des bonnes lignes.`,
    typed: (names: readonly string[]) =>
      `${fr.columns(names)}\u00a0: lues comme des nombres (ou oui/non), parce que le fichier les écrit toutes ainsi.`,
    outside: (path: string) =>
      `Le tableau est fait de ${fr.name(path)}\u202f; le fichier contient aussi d’autres valeurs, qui n’y sont pas.`,
  },
  en: {
    encoding: (encoding) => ENCODING_NAME[encoding] ?? encoding,
    encodingBecause: {
      mark: 'The file begins with the mark of this encoding.',
      'two-bytes': 'Each letter takes two bytes.',
      rule: 'It is the rule of this format, and every letter reads so.',
      'not-utf-8': 'Accented letters do not read as UTF-8, which is the rule of this format.',
    },
    chosen: 'Chosen by hand.',
    place: (path, layout, rows, lines) => {
      const where = path ?? 'the whole file'
      if (layout === 'record') return `${where} (1 row)`
      if (layout === 'columns') return `${where} (columns of ${en.count(rows, 'value', 'values')})`
      if (layout === 'keyed') return `${where} (${en.count(rows, 'named record', 'named records')})`
      if (path === null && lines) return `${where} (${en.count(rows, 'line', 'lines')})`
      return `${where} (${en.count(rows, 'item', 'items')})`
    },
    placeEvidence: (values, all, places) =>
      `${percent(values, all)}% of the values of the file are there${places > 1 ? `; ${en.count(places, 'place', 'places')} can be read as a table` : ''}.`,
    lists: { joined: 'with a bar between: a | b', json: 'as they are written: ["a","b"]' },
    listsEvidence: (cells) => `${en.count(cells, 'cell holds', 'cells hold')} a list of values.`,
    numbers: { text: 'kept as they are written (text)', number: 'numbers where the whole column is' },
    numbersEvidence: 'A cell stays text until a step says otherwise: no digit changes.',
    geometry: { 'lon-lat': 'longitude and latitude', geojson: 'GeoJSON text' },
    allPoints: 'All the places of the file are points.',
    notOnlyPoints: 'The file holds lines or areas, which two numbers cannot say.',
    header: { 1: 'first row', 0: 'no column names' },
    headerEvidence: {
      1: 'The first row holds nothing but different texts.',
      0: 'The first row looks like those that follow.',
    },
    nested: (cells) =>
      `${en.count(cells, 'cell holds', 'cells hold')} several values that no single column can hold: they are kept as they are written.`,
    joined: (cells) =>
      `${en.count(cells, 'cell holds a list, written', 'cells hold a list, written')} with a bar between the values (a | b).`,
    repeated: (name, row) =>
      `The name ${en.name(name)} comes twice in one record (row ${en.number(row)} of the table): the second value is in a column of its own.`,
    shortColumns: (names) =>
      `The file gives fewer values to ${en.columns(names)}: the last cells there are blank. Check that the values stand in the right rows.`,
    typed: (names) =>
      `${en.columns(names)}: read as numbers (or yes/no), because the file writes all of them so.`,
    outside: (path) =>
      `The table is made of ${en.name(path)}; the file holds other values too, which are not in it.`,
  },
})
