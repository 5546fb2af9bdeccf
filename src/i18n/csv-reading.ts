import { messages, type Localized } from './messages.ts'
import { en, fr } from './words.ts'

type Names = Readonly<Record<string, string>>

const SEPARATOR_NAME: Localized<Names> = {
  fr: {
    ';': 'point-virgule',
    ',': 'virgule',
    tab: 'tabulation',
    '|': 'barre verticale',
    ', ': 'virgule et espace',
    space: 'espace',
    spaces: 'deux espaces ou plus',
    ':': 'deux-points',
    '~': 'tilde',
    '^': 'accent circonflexe',
    '||': 'double barre verticale',
    '::': 'double deux-points',
    '\u001f': 'séparateur d’unités (caractère 31)',
    none: 'aucun (une seule colonne)',
  },
  en: {
    ';': 'semicolon',
    ',': 'comma',
    tab: 'tab',
    '|': 'vertical bar',
    ', ': 'comma and space',
    space: 'space',
    spaces: 'two spaces or more',
    ':': 'colon',
    '~': 'tilde',
    '^': 'caret',
    '||': 'double vertical bar',
    '::': 'double colon',
    '\u001f': 'unit separator (character 31)',
    none: 'none (a single column)',
  },
}

const WITH_SEPARATOR: Localized<Names> = {
  fr: {
    ';': 'avec le point-virgule',
    ',': 'avec la virgule',
    tab: 'avec la tabulation',
    '|': 'avec la barre verticale',
    ', ': 'avec la virgule suivie d’une espace',
    space: 'avec l’espace',
    spaces: 'avec deux espaces ou plus',
    ':': 'avec le deux-points',
    '~': 'avec le tilde',
    '^': 'avec l’accent circonflexe',
    '||': 'avec la double barre verticale',
    '::': 'avec le double deux-points',
    '\u001f': 'avec le séparateur d’unités',
    none: 'sans séparateur',
  },
  en: {
    ';': 'with the semicolon',
    ',': 'with the comma',
    tab: 'with the tab',
    '|': 'with the vertical bar',
    ', ': 'with the comma followed by a space',
    space: 'with the space',
    spaces: 'with two spaces or more',
    ':': 'with the colon',
    '~': 'with the tilde',
    '^': 'with the caret',
    '||': 'with the double vertical bar',
    '::': 'with the double colon',
    '\u001f': 'with the unit separator',
    none: 'without a separator',
  },
}

const MORE = { fr: ' (début du fichier)', en: ' (start of the file)' }

/** What reading a text file says: choices with their evidence, and notes. */
export const csvReading = messages({
  fr: {
    encoding: (encoding: string) => ENCODING_NAME[encoding] ?? encoding,
    separator: (separator: string) => SEPARATOR_NAME.fr[separator] ?? fr.name(separator),
    quote: (quote: string): string =>
      quote === 'none' ? 'aucun' : quote === '"' ? 'guillemet droit (")' : 'apostrophe (’)',
    escape: (escape: string): string =>
      escape === 'none'
        ? 'guillemet doublé'
        : escape === '\\'
          ? 'barre oblique inverse (\\)'
          : 'caractère nul',
    escaped: (quotes: number, partial: boolean) =>
      `${fr.count(quotes, 'guillemet est précédé', 'guillemets sont précédés')} de ce signe à l’intérieur d’une cellule${partial ? MORE.fr : ''}.`,
    notEscaped: 'Un guillemet à l’intérieur d’une cellule est doublé.',
    declared: (separator: string) => `La première ligne le dit\u00a0: ${fr.name(`sep=${separator}`)}.`,
    headerRows: (rows: number) => (rows === 1 ? 'une ligne' : `${fr.number(rows)}\u00a0lignes`),
    joined: (rows: number, example: string) =>
      `Les noms tiennent sur ${fr.count(rows, 'ligne', 'lignes')} et sont réunis, par exemple ${fr.name(example)}.`,
    oneNameRow: 'Une seule ligne donne les noms.',
    foreignNames:
      'Les noms des colonnes sont écrits avec un autre séparateur que les lignes\u00a0: ils sont découpés de cette façon.',
    recut: (done: boolean): string =>
      done ? 'lignes recoupées selon leur propre séparateur' : 'lignes laissées comme elles sont',
    recutRows: (rows: number, separator: string): string =>
      rows === 0
        ? 'Aucune ligne n’est écrite avec un autre séparateur.'
        : `${fr.count(rows, 'ligne est écrite', 'lignes sont écrites')} autrement que les autres, ${WITH_SEPARATOR.fr[separator] ?? `avec ${fr.name(separator)}`}\u00a0: ${rows < 2 ? 'elle est découpée' : 'elles sont découpées'} de cette façon.`,
    repair: (repair: string): string =>
      repair === 'none'
        ? 'textes gardés tels quels'
        : repair === 'controls'
          ? 'signes Windows-1252 rétablis'
          : 'signes et accents doublement encodés rétablis',
    damaged: (values: number, example: string) =>
      `${fr.count(values, 'valeur a été abîmée', 'valeurs ont été abîmées')} avant d’arriver, par exemple ${fr.name(example)}.`,
    nothingToRepair: 'Aucune valeur n’est abîmée de cette façon.',
    controlsRead: (values: number, example: string) =>
      values === 0
        ? 'Des noms de colonnes ou des titres contiennent des caractères invisibles, lus comme les signes Windows-1252 dont ils tiennent la place.'
        : `${fr.count(values, 'valeur contient', 'valeurs contiennent')} des caractères invisibles, lus comme les signes Windows-1252 dont ils tiennent la place\u00a0: ${fr.name(example)}.`,
    doubled: (values: number, example: string, meant: string, repaired: boolean) =>
      `${fr.count(values, 'texte a', 'textes ont')} des accents encodés deux fois, par exemple ${fr.name(example)} pour ${fr.name(meant)}\u00a0: ${repaired ? 'ils sont rétablis, comme demandé' : 'rien n’est changé, on peut demander de les rétablir'}.`,
    restoreDoubled: 'Rétablir les accents',
    allTables: (tables: number) => `les ${fr.number(tables)} tableaux à la suite`,
    allRows: (rows: number) => `toutes les lignes, titres et noms répétés compris (${fr.number(rows)})`,
    oneTable: (number: number, rows: number, title: string | null): string =>
      `tableau ${fr.number(number)} seul${title === null ? '' : `\u00a0: ${fr.name(title)}`} (${fr.count(rows, 'ligne', 'lignes')})`,
    namesAgain: (tables: number, same: number) =>
      `Des noms de colonnes se trouvent ${fr.number(tables)}\u00a0fois plus bas dans le fichier${same === tables ? ', toujours les mêmes' : ''}.`,
    repeatedNames: (times: number) =>
      `Les noms des colonnes reviennent ${fr.number(times)}\u00a0fois au milieu du fichier, comme dans des fichiers mis bout à bout\u00a0: ${times < 2 ? 'cette ligne est mise' : 'ces lignes sont mises'} de côté.`,
    stackedTables: (tables: number) =>
      `${tables < 2 ? 'Un autre tableau, avec d’autres' : `${fr.number(tables)}\u00a0autres tableaux, avec d’autres`} noms de colonnes, ${tables < 2 ? 'suit' : 'suivent'} le premier\u00a0: on peut n’en lire qu’un à la fois.`,
    titlesBetween: (titles: readonly string[]) =>
      `${fr.count(titles.length, 'titre mis', 'titres mis')} de côté entre les tableaux\u00a0: ${titles.slice(0, 10).map(fr.name).join(', ')}${titles.length > 10 ? '…' : '.'}`,
    headerRow: (line: number) => (line === 0 ? 'aucun nom de colonne' : `ligne ${fr.number(line)}`),
    skipLines: (lines: number) => fr.count(lines, 'ligne', 'lignes'),
    chosen: 'Choisi à la main.',
    mark: 'Le fichier commence par la marque de cet encodage.',
    utf16: 'Chaque lettre occupe deux octets.',
    ascii: 'Aucune lettre accentuée\u00a0: tous les encodages donnent le même texte.',
    utf8: (example: string) => `Les lettres accentuées se lisent ainsi, par exemple ${fr.name(example)}.`,
    codePage: (example: string) =>
      `Les lettres accentuées ne se lisent qu’ainsi, par exemple ${fr.name(example)}.`,
    regular: (usual: number, all: number, width: number, separator: string, partial: boolean) =>
      `${fr.count(usual, 'ligne', 'lignes')} sur ${fr.number(all)} ${usual < 2 ? 'a' : 'ont'} ${fr.count(width, 'colonne', 'colonnes')} ${WITH_SEPARATOR.fr[separator] ?? `avec ${fr.name(separator)}`}${partial ? MORE.fr : ''}.`,
    oneColumn: 'Aucun séparateur ne découpe les lignes de façon régulière.',
    quoted: (cells: number, partial: boolean) =>
      `${fr.count(cells, 'cellule est entourée', 'cellules sont entourées')} de ce signe${partial ? MORE.fr : ''}.`,
    notQuoted: 'Aucune cellule n’en est entourée.',
    header: (line: number, named: number, columns: number) =>
      `La ligne ${fr.number(line)} donne un nom à ${fr.count(named, 'colonne', 'colonnes')} sur ${fr.number(columns)}.`,
    noHeader: 'La première ligne ressemble aux suivantes.',
    titleLines: (lines: number, texts: string) =>
      `${fr.count(lines, 'ligne', 'lignes')} de titre au-dessus du tableau${texts === '' ? '' : `\u00a0: ${texts}`}.`,
    blankEdgeRows: (rows: number) =>
      `${fr.count(rows, 'ligne vide mise', 'lignes vides mises')} de côté au bord du tableau.`,
    blankRows: (rows: number) =>
      `${fr.count(rows, 'ligne vide gardée', 'lignes vides gardées')} au milieu du tableau.`,
    shortRows: (rows: number, columns: number) =>
      `${fr.count(rows, 'ligne a', 'lignes ont')} moins de ${fr.count(columns, 'cellule', 'cellules')}\u00a0: les cellules qui manquent sont vides.`,
    longRows: (rows: number, columns: number, extra: readonly string[]) =>
      `${fr.count(rows, 'ligne a', 'lignes ont')} plus de ${fr.count(columns, 'cellule', 'cellules')}\u00a0: les cellules en trop sont dans ${fr.columns(extra)}.`,
    strayQuotes: (lines: readonly number[], count: number) =>
      `Un guillemet s’ouvre sans se fermer (${count < 2 ? 'ligne' : 'lignes'} ${linesIn(fr, lines, count, 'autres')})\u00a0: la cellule est gardée telle qu’elle est écrite, guillemet compris.`,
    renamed: (names: readonly string[]) =>
      `Nom de colonne absent ou en double dans le fichier\u00a0: ${fr.list(names.slice(0, 5).map(fr.name))}${names.length > 5 ? '…' : '.'}`,
    unnamed: (columns: number) =>
      `Le fichier ne nomme pas ses colonnes\u00a0: elles s’appellent ${columns > 1 ? `${fr.name('Colonne 1')} à ${fr.name(`Colonne ${columns}`)}` : fr.name('Colonne 1')}.`,
    mixedEncoding: (values: number, example: string) =>
      `${fr.count(values, 'valeur n’est pas écrite', 'valeurs ne sont pas écrites')} comme le reste du fichier et ${values < 2 ? 'est lue' : 'sont lues'} en Windows-1252, par exemple ${fr.name(example)}.`,
    lostCharacters: (values: number, example: string) =>
      `${fr.count(values, 'valeur contient', 'valeurs contiennent')} des lettres déjà perdues dans le fichier reçu, par exemple ${fr.name(example)}.`,
    zeroBytes: (values: number) =>
      `${fr.count(values, 'valeur contient', 'valeurs contiennent')} un caractère nul, invisible\u00a0: il est gardé.`,
    lineEnds: 'Les fins de ligne ne sont pas toutes du même genre\u00a0: toutes sont reconnues.',
    footer: (text: string, rows: number) =>
      rows < 2
        ? `Une note semble suivre le tableau\u00a0: ${fr.name(text)}. Elle est gardée comme une ligne.`
        : `${fr.count(rows, 'ligne', 'lignes')} de notes semblent suivre le tableau, à partir de ${fr.name(text)}. Elles sont gardées comme des lignes.`,
    headerOnly: 'Le fichier a des noms de colonnes mais aucune ligne.',
  },
  en: {
    encoding: (encoding) => ENCODING_NAME[encoding] ?? encoding,
    separator: (separator) => SEPARATOR_NAME.en[separator] ?? en.name(separator),
    quote: (quote) => (quote === 'none' ? 'none' : quote === '"' ? 'double quote (")' : 'apostrophe (’)'),
    escape: (escape) =>
      escape === 'none' ? 'doubled quote' : escape === '\\' ? 'backslash (\\)' : 'null character',
    escaped: (quotes, partial) =>
      `${en.count(quotes, 'quote comes', 'quotes come')} after this sign inside a cell${partial ? MORE.en : ''}.`,
    notEscaped: 'A quote inside a cell is doubled.',
    declared: (separator) => `The first line says so: ${en.name(`sep=${separator}`)}.`,
    headerRows: (rows) => (rows === 1 ? 'one line' : `${en.number(rows)}\u00a0lines`),
    joined: (rows, example) =>
      `The names take ${en.count(rows, 'line', 'lines')} and are joined, for example ${en.name(example)}.`,
    oneNameRow: 'A single line gives the names.',
    foreignNames: 'The column names are written with another separator than the rows: they are cut that way.',
    recut: (done) => (done ? 'rows cut by their own separator' : 'rows left as they are'),
    recutRows: (rows, separator) =>
      rows === 0
        ? 'No row is written with another separator.'
        : `${en.count(rows, 'row is', 'rows are')} written unlike the others, ${WITH_SEPARATOR.en[separator] ?? `with ${en.name(separator)}`}: ${rows === 1 ? 'it is' : 'they are'} cut that way.`,
    repair: (repair) =>
      repair === 'none'
        ? 'texts kept as they are'
        : repair === 'controls'
          ? 'Windows-1252 signs restored'
          : 'signs and doubly encoded accents restored',
    damaged: (values, example) =>
      `${en.count(values, 'value was', 'values were')} damaged before the file came, for example ${en.name(example)}.`,
    nothingToRepair: 'No value is damaged in this way.',
    controlsRead: (values, example) =>
      values === 0
        ? 'Column names or titles hold invisible characters, read as the Windows-1252 signs that they stand for.'
        : `${en.count(values, 'value holds', 'values hold')} invisible characters, read as the Windows-1252 signs that they stand for: ${en.name(example)}.`,
    doubled: (values, example, meant, repaired) =>
      `${en.count(values, 'text has', 'texts have')} accents encoded twice, for example ${en.name(example)} for ${en.name(meant)}: ${repaired ? 'they are restored, as asked' : 'nothing is changed; they can be restored on request'}.`,
    restoreDoubled: 'Restore the accents',
    allTables: (tables) => `all ${en.number(tables)} tables, one after the other`,
    allRows: (rows) => `all lines, titles and repeated names included (${en.number(rows)})`,
    oneTable: (number, rows, title) =>
      `table ${en.number(number)} alone${title === null ? '' : `: ${en.name(title)}`} (${en.count(rows, 'row', 'rows')})`,
    namesAgain: (tables, same) =>
      `Column names are found ${en.count(tables, 'time', 'times')} further down in the file${same === tables ? ', always the same' : ''}.`,
    repeatedNames: (times) =>
      `The column names come again ${en.count(times, 'time', 'times')} in the middle of the file, as in files put end to end: ${times === 1 ? 'this row is' : 'these rows are'} set aside.`,
    stackedTables: (tables) =>
      `${tables === 1 ? 'Another table, with other column names, follows' : `${en.number(tables)} other tables, with other column names, follow`} the first: one of them can be read alone.`,
    titlesBetween: (titles) =>
      `${en.count(titles.length, 'title', 'titles')} set aside between the tables: ${titles.slice(0, 10).map(en.name).join(', ')}${titles.length > 10 ? '…' : '.'}`,
    headerRow: (line) => (line === 0 ? 'no column names' : `line ${en.number(line)}`),
    skipLines: (lines) => en.count(lines, 'line', 'lines'),
    chosen: 'Chosen by hand.',
    mark: 'The file begins with the mark of this encoding.',
    utf16: 'Every letter takes two bytes.',
    ascii: 'No accented letter: every encoding gives the same text.',
    utf8: (example) => `Accented letters read well, for example ${en.name(example)}.`,
    codePage: (example) => `Accented letters can only be read this way, for example ${en.name(example)}.`,
    regular: (usual, all, width, separator, partial) =>
      `${en.number(usual)} of ${en.count(all, 'line', 'lines')} ${usual === 1 ? 'has' : 'have'} ${en.count(width, 'column', 'columns')} ${WITH_SEPARATOR.en[separator] ?? `with ${en.name(separator)}`}${partial ? MORE.en : ''}.`,
    oneColumn: 'No separator cuts the lines in a regular way.',
    quoted: (cells, partial) =>
      `${en.count(cells, 'cell is', 'cells are')} enclosed in this sign${partial ? MORE.en : ''}.`,
    notQuoted: 'No cell is enclosed in it.',
    header: (line, named, columns) =>
      `Line ${en.number(line)} names ${en.number(named)} of ${en.count(columns, 'column', 'columns')}.`,
    noHeader: 'The first line looks like those that follow.',
    titleLines: (lines, texts) =>
      `${en.count(lines, 'title line', 'title lines')} above the table${texts === '' ? '' : `: ${texts}`}.`,
    blankEdgeRows: (rows) =>
      `${en.count(rows, 'blank row', 'blank rows')} set aside at the edge of the table.`,
    blankRows: (rows) => `${en.count(rows, 'blank row', 'blank rows')} kept in the middle of the table.`,
    shortRows: (rows, columns) =>
      `${en.count(rows, 'row has', 'rows have')} fewer than ${en.number(columns)} cells: the missing cells are blank.`,
    longRows: (rows, columns, extra) =>
      `${en.count(rows, 'row has', 'rows have')} more than ${en.count(columns, 'cell', 'cells')}: the extra cells are in ${en.columns(extra)}.`,
    strayQuotes: (lines, count) =>
      `A quote opens and never closes (${count < 2 ? 'line' : 'lines'} ${linesIn(en, lines, count, 'others')}): the cell is kept as it is written, quote included.`,
    renamed: (names) =>
      `Column name missing or repeated in the file: ${en.list(names.slice(0, 5).map(en.name))}${names.length > 5 ? '…' : '.'}`,
    unnamed: (columns) =>
      `The file does not name its columns: they are called ${columns > 1 ? `${en.name('Colonne 1')} to ${en.name(`Colonne ${columns}`)}` : en.name('Colonne 1')}.`,
    mixedEncoding: (values, example) =>
      `${en.count(values, 'value is', 'values are')} not written like the rest of the file and ${values === 1 ? 'is' : 'are'} read as Windows-1252, for example ${en.name(example)}.`,
    lostCharacters: (values, example) =>
      `${en.count(values, 'value holds', 'values hold')} letters that were lost before the file came, for example ${en.name(example)}.`,
    zeroBytes: (values) =>
      `${en.count(values, 'value holds', 'values hold')} an invisible null character: it is kept.`,
    lineEnds: 'Line ends are not all of one kind: all are recognized.',
    footer: (text, rows) =>
      rows === 1
        ? `A note seems to follow the table: ${en.name(text)}. It is kept as a row.`
        : `${en.count(rows, 'line', 'lines')} of notes seem to follow the table, from ${en.name(text)} on. They are kept as rows.`,
    headerOnly: 'The file has column names but no row.',
  },
})

const ENCODING_NAME: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac Roman',
  cp850: 'CP850 (DOS)',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
}

function linesIn(words: typeof fr, lines: readonly number[], count: number, others: string): string {
  const shown = lines.slice(0, 3).map(words.number)
  return count > shown.length
    ? words.list([...shown, `${words.number(count - shown.length)} ${others}`])
    : words.list(shown)
}
