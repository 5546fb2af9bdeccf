import { windows1252 } from '../given-file.ts'

/** A spoilt file and the table, names first, that a person reads in it. */
export interface Pollution {
  /** Kind of the spoiling: files of a kind are scored together. */
  kind: string
  /** Where in the file. */
  place: string
  bytes: Uint8Array
  expected: readonly (readonly string[])[]
}

type Rows = readonly (readonly string[])[]

/** How a file is written. */
interface Writing {
  separator: string
  quote: string
  escape: string
  lineEnd: string
  quoteAll: boolean
}

const PLAIN: Writing = { separator: ',', quote: '"', escape: '"', lineEnd: '\r\n', quoteAll: false }

const NAMES = ['Date', 'Heure', 'Quantité', 'Référence', 'Prix', 'Famille', 'Libellé', 'Adresse', 'Remarque']
const FAMILIES = ['Mobilier', 'Jardin', 'Voirie', 'École']
const LABELS = [
  'Banc, bois et fonte',
  'Pot "Nice" 40 cm',
  'Corbeille',
  'Table d’école, 2 places',
  'Grille 1/2',
]
const REMARKS = ['', 'livré', 'à revoir,\r\nurgent', '', 'voir "annexe"', '']

/** A made-up table of orders, with everything that must be quoted somewhere. */
export const ORDERS: Rows = [
  NAMES,
  ...Array.from({ length: 40 }, (_, row) => [
    `${10 + (row % 18)}/0${1 + (row % 9)}/2020`,
    `${8 + (row % 10)}:${10 + row}:00`,
    String(1 + ((row * 7) % 23)),
    `R${String(1000 + row * 37)}`,
    `${(row * 13) % 90}.${10 + (row % 80)}`,
    FAMILIES[row % 4]!,
    LABELS[row % 5]!,
    `https://exemple.fr/p/${row}?q=${row * 3}`,
    REMARKS[row % 6]!,
  ]),
]

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function cellText(cell: string, writing: Writing): string {
  const { separator, quote, escape, quoteAll } = writing
  const must = quoteAll || [separator, quote, '\n', '\r', '"'].some((sign) => cell.includes(sign))
  if (!must) return cell
  const escaped = escape === quote ? cell : cell.replaceAll(escape, escape + escape)
  return quote + escaped.replaceAll(quote, escape + quote) + quote
}

const rowText = (row: readonly string[], writing: Writing): string =>
  row.map((cell) => cellText(cell, writing)).join(writing.separator)

const linesOf = (rows: Rows, writing: Writing): string[] => rows.map((row) => rowText(row, writing))

const fileText = (rows: Rows, writing: Partial<Writing> = {}): string => {
  const whole = { ...PLAIN, ...writing }
  return linesOf(rows, whole)
    .map((line) => line + whole.lineEnd)
    .join('')
}

/** All pollutions; `every` takes each row and column instead of some. */
export function* pollutions(every: boolean): Generator<Pollution> {
  yield* ofFiles()
  for (const row of every ? ORDERS.keys() : [0, 1, 2, 7, 19, 40]) yield* ofRow(row)
}

function* ofFiles(): Generator<Pollution> {
  const file = (
    kind: string,
    place: string,
    text: string | Uint8Array,
    expected: Rows = ORDERS,
  ): Pollution => ({
    kind,
    place,
    bytes: typeof text === 'string' ? encode(text) : text,
    expected,
  })
  const text = fileText(ORDERS)
  yield file('as it should be', '', text)
  yield file('line ends', 'none at the end', text.slice(0, -2))
  yield file('line ends', 'two at the end', text + '\r\n')
  for (const [name, lineEnd] of [
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
  ] as const) {
    yield file('line ends', name, fileText(ORDERS, { lineEnd }))
  }
  yield file(
    'line ends',
    'all three',
    linesOf(ORDERS, PLAIN)
      .map((line, row) => line + ['\n', '\r', '\r\n'][row % 3]!)
      .join(''),
  )
  for (const separator of [';', '\t', '|', ', ', ' ', '  ', '~', '^', '||', '::', '\u001f']) {
    for (const quoteAll of [false, true]) {
      yield file('separator', JSON.stringify(separator), fileText(ORDERS, { separator, quoteAll }))
    }
  }
  yield file('quotes', 'apostrophes', fileText(ORDERS, { quote: "'", escape: "'" }))
  yield file('quotes', 'everywhere', fileText(ORDERS, { quoteAll: true }))
  yield file('escape', 'backslash', fileText(ORDERS, { escape: '\\' }))
  yield file('escape', 'backslash, all quoted', fileText(ORDERS, { escape: '\\', quoteAll: true }))
  yield file('escape', 'null character', fileText(ORDERS, { escape: '\0' }))
  const latin = ORDERS.map((row) => row.map((cell) => cell.replaceAll('’', "'")))
  yield file('encoding', 'windows-1252', windows1252(text))
  for (const [name, page] of [
    ['Mac Roman', MAC_ROMAN],
    ['CP850', CP850],
  ] as const) {
    const bytes = Uint8Array.from(fileText(latin), (character) => page[character] ?? character.charCodeAt(0))
    yield file('encoding', name, bytes, latin)
  }
  yield file('encoding', 'mark', '\ufeff' + text)
  for (const little of [true, false]) {
    const bytes = new Uint8Array(2 * text.length)
    for (let i = 0; i < text.length; i++)
      new DataView(bytes.buffer).setUint16(2 * i, text.charCodeAt(i), little)
    yield file('encoding', little ? 'UTF-16 LE' : 'UTF-16 BE', bytes)
  }

  const body = ORDERS.slice(1)
  const groups = ['Quand', '', 'Quoi', '', '', '', '', 'Où', '']
  const joined = ['Quand A', 'Quand B', 'Quoi A', 'Quoi B', 'Quoi C', 'Quoi D', 'Quoi E', 'Où A', 'Où B']
  const second = ['A', 'B', 'A', 'B', 'C', 'D', 'E', 'A', 'B']
  yield file('several header rows', 'groups', fileText([groups, second, ...body]), [joined, ...body])
  const third = ['u', 'v', 'u', 'v', 'w', 'x', 'y', 'u', 'v']
  const joinedThree = joined.map((name, column) => `${name} ${third[column]!}`)
  yield file('several header rows', 'three', fileText([groups, second, third, ...body]), [
    joinedThree,
    ...body,
  ])
  const units = ['', 'h', 'nombre', '', '€', '', '', '', '']
  const withUnits = NAMES.map((name, column) => `${name} ${units[column]!}`.trim())
  yield file('several header rows', 'units', fileText([NAMES, units, ...body]), [withUnits, ...body])
  const codes = ['jour', 'temps', 'qte', 'ref', 'prix_ht', 'fam', 'lib', 'url', 'rem']
  yield file('several header rows', 'two names a column', fileText([NAMES, codes, ...body]), [
    NAMES.map((name, column) => `${name} ${codes[column]!}`),
    ...body,
  ])
  yield file('header', 'names only', fileText([NAMES]), [NAMES])
  yield file('header', 'none', fileText(body), [NAMES.map((_, column) => `col_${column}`), ...body])
  yield file('header', 'one row', fileText(ORDERS.slice(0, 2)), ORDERS.slice(0, 2))
  yield file(
    'header',
    'blank and repeated names',
    fileText([NAMES.map((name, c) => (c === 3 ? '' : c === 5 ? 'Date' : name)), ...body]),
    [NAMES.map((name, c) => (c === 3 ? '' : c === 5 ? 'Date' : name)), ...body],
  )
  yield file('header', 'nothing at all', '', [])
  for (const preamble of [
    'Commandes 2020',
    'Commandes 2020\r\n',
    'Ville de X\r\nDirection des achats\r\n\r\nCommandes 2020',
    'Commandes 2020,,,,,,,,\r\n,,,,,,,,',
    '"Commandes, du 1er janvier au 31 décembre",,',
    '# Exporté le 01/02/2021, par A. B.',
  ]) {
    yield file('preamble', JSON.stringify(preamble), `${preamble}\r\n${text}`)
  }
  for (const separator of [';', '|', '\t', ':']) {
    yield file('declared separator', separator, `sep=${separator}\r\n${fileText(ORDERS, { separator })}`)
  }
  yield file('tables', 'the same names again', text + text, [...ORDERS, ...body])
  yield file('tables', 'a blank line and the same names', `${text}\r\n${text}`, [...ORDERS, ...body])
  yield file('tables', 'a title and the same names', `${text}\r\nCommandes 2021\r\n${text}`, [
    ...ORDERS,
    ...body,
  ])
  const fewer = ORDERS.map((row) => row.slice(0, 5)).map((row, at) =>
    at === 0 ? ['Jour', 'Instant', 'Nombre', 'Code', 'Coût'] : row,
  )
  yield file('tables', 'fewer columns', `${text}\r\n${fileText(fewer)}`, [...ORDERS, ...fewer])
  yield file('tables', 'fewer columns and a title', `${text}\r\nRetours\r\n${fileText(fewer)}`, [
    ...ORDERS,
    ...fewer,
  ])
  const more = ORDERS.map((row, at) => [...row, at === 0 ? 'Suite' : 'x', at === 0 ? 'Fin' : 'y'])
  yield file('tables', 'more columns', `${text}\r\n${fileText(more)}`, [
    ...ORDERS.map((row) => [...row, '', '']),
    ...more,
  ])
  yield file(
    'trailing separators',
    'everywhere',
    fileText(ORDERS.map((row) => [...row, ''])),
    ORDERS.map((row) => [...row, '']),
  )
  yield file(
    'trailing separators',
    'rows only',
    fileText(ORDERS.map((row, at) => (at === 0 ? row : [...row, '']))),
  )
  yield file(
    'null characters',
    'in cells',
    fileText(ORDERS.map((row) => row.map((cell) => cell.replace('Banc', 'B\0nc')))),
    ORDERS.map((row) => row.map((cell) => cell.replace('Banc', 'B\0nc'))),
  )
}

function* ofRow(row: number): Generator<Pollution> {
  const lines = linesOf(ORDERS, PLAIN)
  const file = (
    kind: string,
    column: number | string,
    line: string,
    cells: readonly string[],
  ): Pollution => ({
    kind,
    place: `row ${row}, ${column}`,
    bytes: encode(lines.map((own, at) => (at === row ? line : own) + '\r\n').join('')),
    expected: ORDERS.map((own, at) => (at === row ? cells : own)),
  })
  const cells = ORDERS[row]!
  const written = cells.map((cell) => cellText(cell, PLAIN))
  const isQuoted = (column: number): boolean => written[column]!.startsWith('"')
  for (let column = 0; column < cells.length; column++) {
    yield file(
      'a separator too many',
      column,
      written.toSpliced(column, 0, '').join(','),
      cells.toSpliced(column, 0, ''),
    )
    if (column + 1 < cells.length && !isQuoted(column) && !isQuoted(column + 1)) {
      const glued = cells[column]! + cells[column + 1]!
      yield file(
        'a separator missing',
        column,
        written.toSpliced(column, 2, glued).join(','),
        cells.toSpliced(column, 2, glued),
      )
    }
    const cell = cells[column]!
    // Where the cell is quoted already, the quote too many is read as a part of its text.
    const [open, close] = isQuoted(column) ? ['"', '"'] : ['', '']
    const inner = isQuoted(column) ? written[column]!.slice(1, -1) : cell
    if (cell !== '') {
      yield file(
        'a stray quote',
        `${column} at the start`,
        written.with(column, `${open}"${inner}${close}`).join(','),
        cells.with(column, `"${cell}`),
      )
      yield file(
        'a stray quote',
        `${column} at the end`,
        written.with(column, `${open}${inner}"${close}`).join(','),
        cells.with(column, `${cell}"`),
      )
    }
  }
  for (const separator of [';', '\t', '|', ' ']) {
    yield file(
      'a row with another separator',
      JSON.stringify(separator),
      rowText(cells, { ...PLAIN, separator }),
      cells,
    )
  }
  yield file('a short row', 3, written.slice(0, 3).join(','), cells.slice(0, 3))
  const other = new TextEncoder().encode(lines.slice(0, row).join('\r\n') + '\r\n')
  const latin = windows1252(lines[row]! + '\r\n')
  const rest = new TextEncoder().encode(
    lines
      .slice(row + 1)
      .map((line) => line + '\r\n')
      .join(''),
  )
  yield {
    kind: 'a row in another encoding',
    place: `row ${row}`,
    bytes: new Uint8Array([...other, ...latin, ...rest]),
    expected: ORDERS,
  }
}

const MAC_ROMAN: Readonly<Record<string, number>> = { é: 0x8e, É: 0x83, è: 0x8f, à: 0x88, ê: 0x90, ç: 0x8d }
const CP850: Readonly<Record<string, number>> = { é: 0x82, É: 0x90, è: 0x8a, à: 0x85, ê: 0x88, ç: 0x87 }
