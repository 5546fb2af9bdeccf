import { describe, expect, test } from 'vitest'
import { readCsv } from '../../../src/formats/csv/read-csv.ts'
import { Problem } from '../../../src/problem/problem.ts'
import { columnNamed } from '../../../src/table/table.ts'
import { columnTotal } from '../../../src/table/decimal-sum.ts'
import { mapValues } from '../../../src/table/map-values.ts'
import { Decimal } from '../../../src/table/value.ts'
import { hasShared, sharedBytes } from '../../shared-folder.ts'
import { foundValue, givenFile, noteCodes, readGiven, shown, utf16, windows1252 } from '../given-file.ts'

const problemOf = async (content: string | Uint8Array): Promise<string> => {
  try {
    await readGiven(content)
  } catch (error) {
    if (error instanceof Problem) return (error as Problem).code
    throw error
  }
  return 'none'
}

describe('cells stay as they are written', () => {
  test('leading zeros, blanks, no-break spaces', async () => {
    const { table } = await readGiven('code;nom;montant\n011; Club  A ;1\u00a0000,50 €\n020;Été;\n')
    expect(shown(table)).toEqual({
      columns: ['code', 'nom', 'montant'],
      rows: [
        ['011', ' Club  A ', '1\u00a0000,50 €'],
        ['020', 'Été', null],
      ],
    })
  })

  test('separators, quotes and line breaks inside quotes', async () => {
    const { table } = await readGiven('a,b\n"x\r\ny","say ""hi"", you"\n"",1\n')
    expect(shown(table).rows).toEqual([
      ['x\r\ny', 'say "hi", you'],
      [null, '1'],
    ])
  })

  test('a quote inside a cell is a letter like another', async () => {
    const { table } = await readGiven('a,b\nx"y,2\n"x" y,3\n"le "Club" de judo",4\n')
    expect(shown(table).rows).toEqual([
      ['x"y', '2'],
      ['"x" y', '3'],
      ['le "Club" de judo', '4'],
    ])
  })

  test('null characters are kept and said', async () => {
    const result = await readGiven('a,b\nx\0y,1\n2,3\n')
    expect(shown(result.table).rows[0]).toEqual(['x\0y', '1'])
    expect(result.notes).toMatchObject([{ code: 'null-characters', rows: [0] }])
  })

  test('a last line without a line end, CR alone, mixed line ends', async () => {
    const rows = [
      ['1', '2'],
      ['3', '4'],
    ]
    expect(shown((await readGiven('a;b\r1;2\r3;4')).table).rows).toEqual(rows)
    const mixed = await readGiven('a;b\r\n1;2\n3;4\r')
    expect(shown(mixed.table).rows).toEqual(rows)
    expect(noteCodes(mixed)).toEqual(['line-ends'])
  })
})

describe('a quote that is never closed', () => {
  test('costs no row and its line is said', async () => {
    const result = await readGiven('a,b\nu,1\n"x,2\ny,3\n')
    expect(shown(result.table).rows).toEqual([
      ['u', '1'],
      ['"x', '2'],
      ['y', '3'],
    ])
    expect(result.notes.find((note) => note.code === 'stray-quotes')?.text.fr).toContain('ligne 3')
  })

  test('does not swallow the rows before the next quoted cell', async () => {
    const result = await readGiven('a,b\n"x,2\ny,3\n"z",4\n')
    expect(shown(result.table).rows).toEqual([
      ['"x', '2'],
      ['y', '3'],
      ['z', '4'],
    ])
  })
})

describe('rows that are not like the others', () => {
  test('short and long rows keep every cell and are counted', async () => {
    const result = await readGiven('a,b,c\n1,2,3\n1,2\n1,2,3,4,5\n1,2,3,,\n1,2,3\n')
    expect(shown(result.table)).toEqual({
      columns: ['a', 'b', 'c', 'Colonne 4', 'Colonne 5'],
      rows: [
        ['1', '2', '3', null, null],
        ['1', '2', null, null, null],
        ['1', '2', '3', '4', '5'],
        ['1', '2', '3', null, null],
        ['1', '2', '3', null, null],
      ],
    })
    expect(result.notes).toMatchObject([
      { code: 'short-rows', rows: [1] },
      { code: 'long-rows', rows: [2] },
    ])
  })

  test('blank rows at the edges are set aside and said, those in the middle stay', async () => {
    const result = await readGiven('\n;\na;b\n;\n1;2\n\n;\n3;4\n;\n\n')
    expect(shown(result.table)).toEqual({
      columns: ['a', 'b'],
      rows: [
        ['1', '2'],
        [null, null],
        [null, null],
        ['3', '4'],
      ],
    })
    expect(result.notes).toMatchObject([{ code: 'blank-edge-rows' }, { code: 'blank-rows', rows: [1, 2] }])
    expect(result.notes[0]?.text.en).toContain('5')
  })

  test('a source line below the table stays a row and is said', async () => {
    const result = await readGiven('nom;montant;code\nA;1;2\nB;2;3\nSource : mairie;;\n')
    expect(result.table.rowCount).toBe(3)
    expect(result.notes).toMatchObject([{ code: 'footer-line', rows: [2] }])
  })
})

describe('the names of the columns', () => {
  test('are found below title lines, which are repeated in a note', async () => {
    const result = await readGiven(
      'Subventions 2020;;\n;;\nNom;Montant;Code\nClub A;1 000,50;011\nTOTAL;1 000,50;\n',
    )
    expect(foundValue(result, 'headerRow')).toBe(3)
    expect(shown(result.table)).toEqual({
      columns: ['Nom', 'Montant', 'Code'],
      rows: [
        ['Club A', '1 000,50', '011'],
        ['TOTAL', '1 000,50', null],
      ],
    })
    expect(result.notes[0]?.text.fr).toBe(
      '1\u00a0ligne de titre au-dessus du tableau\u00a0: «\u00a0Subventions 2020\u00a0».',
    )
  })

  test('are made up when the first row is like the others', async () => {
    const result = await readGiven('2020-01-02;12,5\n2020-01-03;13\n2020-01-04;14\n')
    expect(shown(result.table)).toMatchObject({ columns: ['Colonne 1', 'Colonne 2'] })
    expect(result.table.rowCount).toBe(3)
    expect(noteCodes(result)).toEqual(['no-column-names'])
  })

  test('blank and repeated ones are told apart', async () => {
    const result = await readGiven('Nom,Montant,,Montant,Montant (2)\nA,1,2,3,4\n')
    expect(shown(result.table).columns).toEqual(['Nom', 'Montant', 'Colonne 3', 'Montant (3)', 'Montant (2)'])
    expect(noteCodes(result)).toEqual(['column-names-given'])
  })

  test('can be chosen, or said to be none', async () => {
    const text = 'Titre;x\nNom;Code\nA;1\n'
    expect(shown((await readGiven(text, { headerRow: 2 })).table)).toEqual({
      columns: ['Nom', 'Code'],
      rows: [['A', '1']],
    })
    const none = await readGiven(text, { headerRow: 0 })
    expect(none.table.rowCount).toBe(3)
    expect(none.found.find((found) => found.option === 'headerRow')).toMatchObject({
      chosen: true,
      evidence: { fr: 'Choisi à la main.', en: 'Chosen by hand.' },
    })
    expect(shown((await readGiven(text, { headerRow: 0, skipLines: 2 })).table).rows).toEqual([['A', '1']])
  })

  test('alone make a table without rows', async () => {
    const result = await readGiven('a,b\n')
    expect(shown(result.table)).toEqual({ columns: ['a', 'b'], rows: [] })
    expect(noteCodes(result)).toEqual(['header-only'])
  })
})

describe('encodings', () => {
  const text = 'Bénéficiaire;Montant\nThéâtre de l’Œuvre;12 €\nÉcole;3\n'
  const table = {
    columns: ['Bénéficiaire', 'Montant'],
    rows: [
      ['Théâtre de l’Œuvre', '12 €'],
      ['École', '3'],
    ],
  }
  const mark = (bytes: Uint8Array, ...start: number[]) => new Uint8Array([...start, ...bytes])
  test.each([
    ['utf-8', new TextEncoder().encode(text)],
    ['utf-8', mark(new TextEncoder().encode(text), 0xef, 0xbb, 0xbf)],
    ['windows-1252', windows1252(text)],
    ['utf-16le', mark(utf16(text, true), 0xff, 0xfe)],
    ['utf-16be', mark(utf16(text, false), 0xfe, 0xff)],
    ['utf-16le', utf16(text, true)],
    ['utf-16be', utf16(text, false)],
  ])('%s is found and nothing of its mark stays', async (encoding, bytes) => {
    const result = await readGiven(bytes)
    expect(foundValue(result, 'encoding')).toBe(encoding)
    expect(shown(result.table)).toEqual(table)
  })

  test('the first accented letter may come after any sample', async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => `ligne ${row};${row}\n`).join('')
    const result = await readGiven(windows1252(`nom;code\n${rows}Été;1\n`))
    expect(foundValue(result, 'encoding')).toBe('windows-1252')
    expect(shown(result.table).rows.at(-1)).toEqual(['Été', '1'])
  })

  test('a few values in another encoding do not spoil the others', async () => {
    const bytes = new TextEncoder().encode('nom;code\nÉté;1\nÉcole;2\nHôtel;3\n')
    const result = await readGiven(new Uint8Array([...bytes, ...windows1252('Été;4\nForêt;5\n')]))
    expect(shown(result.table).rows.map(([name]) => name)).toEqual(['Été', 'École', 'Hôtel', 'Été', 'Forêt'])
    expect(result.table.columns[0]?.dictionary.size).toBe(5)
    expect(result.notes).toMatchObject([{ code: 'mixed-encoding', rows: [3, 4] }])
  })

  test('a chosen encoding is obeyed', async () => {
    const result = await readGiven(new TextEncoder().encode('nom;code\nÉté;1\n'), {
      encoding: 'windows-1252',
    })
    expect(shown(result.table).rows).toEqual([['Ã‰tÃ©', '1']])
  })

  test('letters lost before the file came are said', async () => {
    expect(noteCodes(await readGiven('nom;code\nH\ufffdtel;1\n'))).toEqual(['lost-letters'])
  })
})

describe('separators', () => {
  test('a comma in amounts is not a separator', async () => {
    const result = await readGiven('Nom;Prix\nÉté;1,5\nHôtel;2,5\n')
    expect(foundValue(result, 'separator')).toBe(';')
    expect(result.found[1]?.evidence).toEqual({
      fr: '3\u00a0lignes sur 3 ont 2\u00a0colonnes avec le point-virgule.',
      en: '3 of 3\u00a0lines have 2\u00a0columns with the semicolon.',
    })
  })

  test('two regular separators: the one that leaves whole cells is taken', async () => {
    const result = await readGiven('jour,heure;valeur\n2020-01-01,10:00;1,2\n2020-01-01,11:00;1,3\n')
    expect(shown(result.table).rows[0]).toEqual(['2020-01-01,10:00', '1,2'])
  })

  test('column names that are years are names', async () => {
    const { table } = await readGiven('Commune;2018;2019\nGrenoble;1 200;1 300,5\nLyon;3;4\n')
    expect(shown(table).columns).toEqual(['Commune', '2018', '2019'])
  })

  test('a table without names, all words, is not robbed of its first row', async () => {
    const { table } = await readGiven('Dupont;Paris\nDurand;Lyon\nMartin;Paris\nPetit;Lyon\n')
    expect(table.rowCount).toBe(4)
  })

  test('one column of addresses stays one column', async () => {
    const result = await readGiven('Adresse\n12, rue A, Lyon\n3 place B\nBP 4, Paris\nLe Bourg\n5 rue C\n')
    expect(foundValue(result, 'separator')).toBe('none')
    expect(result.table.columns.length).toBe(1)
    expect(result.table.rowCount).toBe(5)
  })

  test('three rows are enough', async () => {
    expect(shown((await readGiven('a\tb\n01\t2\n')).table)).toEqual({
      columns: ['a', 'b'],
      rows: [['01', '2']],
    })
  })
})

describe('files that hold no table', () => {
  test('an empty file and a blank one are refused with a sentence', async () => {
    expect(await problemOf('')).toBe('empty-file')
    expect(await problemOf('\n\n;;\n')).toBe('blank-file')
    expect(await problemOf('\ufeff')).toBe('blank-file')
  })

  test('giving up stops the reading', async () => {
    const stop = {
      progress: () => {
        throw new Problem('cancelled', {})
      },
    }
    await expect(readCsv(givenFile('a,b\n1,2\n'), {}, stop)).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe.skipIf(!hasShared)('real files (skipped when ../shared is absent)', () => {
  const expectedRows = async (path: string) => shown((await readGiven(sharedBytes(path))).table)

  test('subsidies of 2020: title line, windows-1252, TOTAL line kept, amounts as in the long table', async () => {
    const result = await readGiven(sharedBytes('data/subventions/subventions-2020.csv'))
    expect([
      foundValue(result, 'encoding'),
      foundValue(result, 'separator'),
      foundValue(result, 'headerRow'),
    ]).toEqual(['windows-1252', ';', 3])
    expect(result.table.rowCount).toBe(624)
    const rows = shown(result.table).rows
    expect(rows.at(-1)?.[0]).toBe('TOTAL')
    const long = await expectedRows('data/subventions/subventions-2020.long.csv')
    const amount = (text: string) => Number(text.replace(/[\s\u00a0\u202f€]/gu, '').replace(',', '.'))
    const cells = rows
      .slice(0, -1)
      .flatMap((row) =>
        row
          .slice(2)
          .flatMap((cell, index) =>
            cell === null || amount(cell) === 0
              ? []
              : [
                  [row[0]!.trim(), row[1] ?? '', result.table.columns[index + 2]!.name, amount(cell)].join(
                    '|',
                  ),
                ],
          ),
      )
    const expected = long.rows.map((row) => [row[1]!.trim(), row[2] ?? '', row[3], Number(row[5])].join('|'))
    expect(cells.sort()).toEqual(expected.sort())
  })

  test('subsidies of 2021: UTF-8, comma, names on line 1', async () => {
    const result = await readGiven(sharedBytes('data/subventions/subventions-2021.csv'))
    expect(result.found.map((found) => found.value)).toEqual(['utf-8', ',', '"', 'none', 1, 1])
    expect(result.table.rowCount).toBe(628)
    expect(result.notes).toEqual([])
  })

  test('the damaged budget has the cells of the whole one where nothing was damaged', async () => {
    const damaged = await readGiven(sharedBytes('data/budget/crach-2022-damaged.csv'))
    const whole = await readGiven(sharedBytes('data/budget/crach-2022-budget-primitif.expected.csv'))
    expect(damaged.table.rowCount).toBe(whole.table.rowCount)
    const total = (table: typeof whole.table, name: string) =>
      columnTotal(
        mapValues(columnNamed(table, name), (value) => new Decimal((value as string).replace(',', '.')), {
          type: 'number',
        }).column,
      )
    expect(total(damaged.table, 'BGT_MTPREV')).toBe(total(whole.table, 'BGT_MTPREV'))
  })
})
