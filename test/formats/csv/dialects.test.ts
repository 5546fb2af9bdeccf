import { describe, expect, test } from 'vitest'
import { shown, readGiven, utf16, windows1252 } from '../given-file.ts'

/** A table as a service would send it, made up. */
const names = ['Bénéficiaire', 'Code', 'Montant', 'Versé le', 'Remarque']
const groups = ['Qui', '', 'Versement', '', 'Suite']
const groupedNames = ['Qui Bénéficiaire', 'Qui Code', 'Versement Montant', 'Versement Code', 'Suite']
const units = ['', '', 'kg', 'jours', '']
const unitNames = ['Bénéficiaire', 'Code', 'Montant kg', 'Versé le jours', 'Remarque']
const rows = Array.from({ length: 12 }, (_, row): string[] => [
  ['Club de judo', 'École, théâtre', 'Amis ; voisins', 'Comité des fêtes'][row % 4]!,
  ['011', '020', '65', '6574'][row % 4]!,
  row % 5 === 0 ? '' : `${row} ${100 + 37 * row},${10 + row}`,
  `${10 + row}/03/2020`,
  row % 3 === 0 ? 'dit "l\'ami" à table' : '',
])

const encoder = (bytes: Readonly<Record<string, number>>) => (text: string) =>
  Uint8Array.from(text, (character) => bytes[character] ?? character.charCodeAt(0))
const macRoman = encoder({ é: 0x8e, É: 0x83, è: 0x8f, à: 0x88, ê: 0x90, ç: 0x8d, â: 0x89 })
const cp850 = encoder({ é: 0x82, É: 0x90, è: 0x8a, à: 0x85, ê: 0x88, ç: 0x87, â: 0x83 })

const encodings: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with a mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'windows-1252': windows1252,
  'Mac Roman': macRoman,
  CP850: cp850,
  'UTF-16 LE with a mark': (text) => utf16(`\ufeff${text}`, true),
  'UTF-16 BE without a mark': (text) => utf16(text, false),
}
const separators = [';', ',', '\t', '|', ', ', ' ', '  ', ':', '~', '^', '||', '::', '\u001f']
const lineEnds = ['\n', '\r\n', '\r']
interface Head {
  lines: readonly string[]
  records: readonly (readonly string[])[]
  names: readonly string[]
}
const heads: Record<string, Head> = {
  'names on line 1': { lines: [], records: [names], names },
  'a title line': { lines: ['Subventions 2020'], records: [names], names },
  'title, blank line, title': { lines: ['Ville', '', 'Subventions versées'], records: [names], names },
  'names on two lines': {
    lines: [],
    records: [groups, ['Bénéficiaire', 'Code', 'Montant', 'Code', '']],
    names: groupedNames,
  },
  'a title and names on two lines': {
    lines: ['Subventions 2020', ''],
    records: [groups, ['Bénéficiaire', 'Code', 'Montant', 'Code', '']],
    names: groupedNames,
  },
  'a line of units': { lines: [], records: [names, units], names: unitNames },
}
type Quoting = 'where needed' | 'everywhere' | 'apostrophes' | 'backslash'
const quotings: Quoting[] = ['where needed', 'everywhere', 'apostrophes', 'backslash']

const cell = (text: string, separator: string, quoting: Quoting): string => {
  const sign = quoting === 'apostrophes' ? "'" : '"'
  // Between separators that may be longer, a blank cell shows by its quotes only.
  const isFree = !text.includes(separator[0]!) && !text.includes(sign) && (text !== '' || separator !== '  ')
  if (isFree && quoting !== 'everywhere' && quoting !== 'apostrophes') return text
  return sign + text.replaceAll(sign, (quoting === 'backslash' ? '\\' : sign) + sign) + sign
}

interface Dialect {
  separator: string
  lineEnd: string
  quoting: Quoting
  head: string
}

const dialects: readonly Dialect[] = separators.flatMap((separator) =>
  lineEnds.flatMap((lineEnd) =>
    quotings.flatMap((quoting) => Object.keys(heads).map((head) => ({ separator, lineEnd, quoting, head }))),
  ),
)

const every = process.env['TAMIS_DIALECTS'] === 'all'
/** Coprime with the number of dialects, so that all kinds come with all others. */
const STRIDE = 23

describe('a table written in any dialect is read as it was (every one with TAMIS_DIALECTS=all)', () => {
  test.each(Object.entries(encodings))(
    '%s',
    async (encoding, encode) => {
      const start = Object.keys(encodings).indexOf(encoding)
      const missed: string[] = []
      let count = 0
      for (let at = every ? 0 : start; at < dialects.length; at += every ? 1 : STRIDE) {
        const { separator, lineEnd, quoting, head } = dialects[at]!
        const { lines, records, names: expected } = heads[head]!
        const written = [...records, ...rows].map((row) =>
          row.map((text) => cell(text, separator, quoting)).join(separator),
        )
        const { table } = await readGiven(
          encode([...lines, ...written].map((line) => line + lineEnd).join('')),
        )
        const wanted = {
          columns: expected,
          rows: rows.map((row) => row.map((value) => (value === '' ? null : value))),
        }
        count++
        if (JSON.stringify(shown(table)) !== JSON.stringify(wanted)) {
          missed.push(JSON.stringify({ separator, lineEnd, quoting, head }))
        }
      }
      console.info(`dialects: ${count - missed.length} of ${count} in ${encoding}`)
      expect(missed).toEqual([])
    },
    600_000,
  )
})

describe('long files, of which the first lines would be clear', () => {
  const long = Array.from({ length: 400 }, (_, row): string[] => [
    `Comité n° ${row}`,
    String(11 + row).padStart(4, '0'),
    `${row}.50`,
    row < 250 ? 'fêtes' : 'fêtes; jeux, danses\tet | chants',
  ])
  const head = ['Nom', 'Code', 'Montant', 'Objet']

  test.each([';', ',', '\t', '|'])('%j with quotes from the middle on', async (separator) => {
    for (const quote of ['"', "'"]) {
      const line = (cells: string[]): string =>
        cells.map((cell) => (/[;,\t|]/.test(cell) ? quote + cell + quote : cell)).join(separator)
      const { table } = await readGiven([head, ...long].map(line).join('\n'))
      expect(shown(table)).toEqual({ columns: head, rows: long })
    }
  })

  test.each([', ', '  ', ':', '~', '^', '||', '::', '\u001f'])('%j without quotes', async (separator) => {
    const rows = long.map((cells) => cells.with(3, 'fêtes'))
    const { table } = await readGiven([head, ...rows].map((cells) => cells.join(separator)).join('\n'))
    expect(shown(table)).toEqual({ columns: head, rows })
  })

  test('what was looked at is said to be the start of the file', async () => {
    const line = (cells: readonly string[]): string => cells.join(';')
    const many = Array.from({ length: 3000 }, (_, row) => [`n° ${row}`, String(row), 'oui'])
    const { found } = await readGiven([['Nom', 'Code', 'Reçu'], ...many].map(line).join('\n'))
    expect(found.find(({ option }) => option === 'separator')?.evidence.fr).toContain('début du fichier')
  })
})
