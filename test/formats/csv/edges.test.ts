import { describe, expect, test } from 'vitest'
import type { ReadResult } from '../../../src/formats/format.ts'
import { csvWriter, type CsvWriterOptions } from '../../../src/formats/csv/write-csv.ts'
import { foundValue, joined, noteCodes, readGiven, shown } from '../given-file.ts'

const written = ({ table }: ReadResult, options: CsvWriterOptions = {}): string =>
  new TextDecoder().decode(joined(csvWriter.write(table, options)))
const noteOf = (result: ReadResult, code: string) => result.notes.find((note) => note.code === code)
const optionOf = (result: ReadResult, option: string) => result.found.find((found) => found.option === option)

describe('names on several lines', () => {
  const text = 'Dates,Trajet,,Total\n,Train,Taxi,\n01/02/2020,"12,5",3,"15,5"\n02/02/2020,,4,4\n'

  test('become one name a column, and that is said', async () => {
    const result = await readGiven(text)
    expect(shown(result.table)).toEqual({
      columns: ['Dates', 'Trajet Train', 'Trajet Taxi', 'Total'],
      rows: [
        ['01/02/2020', '12,5', '3', '15,5'],
        ['02/02/2020', null, '4', '4'],
      ],
    })
    expect(optionOf(result, 'headerRows')).toMatchObject({
      value: 2,
      evidence: {
        fr: 'Les noms tiennent sur 2\u00a0lignes et sont réunis, par exemple «\u00a0Trajet Train\u00a0».',
      },
    })
  })

  test('can be taken apart again', async () => {
    const result = await readGiven(text, { headerRow: 1, headerRows: 1 })
    expect(shown(result.table).columns).toEqual(['Dates', 'Trajet', 'Colonne 3', 'Total'])
    expect(result.table.rowCount).toBe(3)
  })

  test('units below the names are part of them', async () => {
    const { table } = await readGiven(
      'Commune;Population;Surface\n;hab.;km²\nA;100;2,5\nB;200;3,5\nC;300;4\n',
    )
    expect(shown(table).columns).toEqual(['Commune', 'Population hab.', 'Surface km²'])
  })

  test('a first row of missing values is no second line of names', async () => {
    const { table } = await readGiven('Nom;Note;Age\nPaul;ND;NC\nAnne;12;13\nLuc;14;15\nZoé;14;15\n')
    expect(table.rowCount).toBe(4)
  })
})

describe('blank and repeated names', () => {
  test('are written as the file has them, until the column is renamed', async () => {
    const result = await readGiven('Nom,Montant,,Montant\nA,1,2,3\n')
    expect(shown(result.table).columns).toEqual(['Nom', 'Montant', 'Colonne 3', 'Montant (2)'])
    expect(written(result)).toBe('Nom,Montant,,Montant\nA,1,2,3\n')
    expect(written(result, { names: 'shown' })).toBe('Nom,Montant,Colonne 3,Montant (2)\nA,1,2,3\n')
    const [first, second, third, fourth] = result.table.columns
    const renamed = { ...result.table, columns: [first!, second!, { ...third!, name: 'Année' }, fourth!] }
    expect(written({ ...result, table: renamed })).toBe('Nom,Montant,Année,Montant\nA,1,2,3\n')
  })

  test('what longer rows have beyond the names is written for them alone when the file is written as received', async () => {
    const result = await readGiven('a,b\n1,2\n3,4,5\n6,7\n8,9\n')
    expect(written(result, { names: 'received' })).toBe('a,b\n1,2\n3,4,5\n6,7\n8,9\n')
    expect(written(result)).toContain('a,b,Colonne 3\n1,2,\n')
  })

  test('a file without names stays one a program can read', async () => {
    const result = await readGiven('1,2\n3,4\n5,6\n')
    expect(written(result, { names: 'received' })).toBe('col_0,col_1\n1,2\n3,4\n5,6\n')
    expect(written(result)).toBe('Colonne 1,Colonne 2\n1,2\n3,4\n5,6\n')
  })
})

describe('tables one below the other', () => {
  const january = 'Nom;Code;Montant\nA;01;1\nB;02;2\n'
  const ended = `Janvier\n${january}\nFévrier\nNom;Code;Montant\nC;03;3\n`

  test('with the same names are one table: files put end to end', async () => {
    const result = await readGiven(ended)
    expect(shown(result.table).rows).toEqual([
      ['A', '01', '1'],
      ['B', '02', '2'],
      ['C', '03', '3'],
    ])
    expect(noteCodes(result)).toEqual(['title-lines', 'repeated-names', 'titles-between'])
    expect(noteOf(result, 'titles-between')?.text.fr).toContain('«\u00a0Février\u00a0»')
  })

  test('can be read with every line kept, or one at a time', async () => {
    expect((await readGiven(ended, { table: 'rows' })).table.rowCount).toBe(6)
    const second = await readGiven(ended, { table: 2 })
    expect(shown(second.table)).toEqual({ columns: ['Nom', 'Code', 'Montant'], rows: [['C', '03', '3']] })
    expect(optionOf(second, 'table')?.choices?.map(({ label }) => label.fr)).toEqual([
      'les 2 tableaux à la suite',
      'toutes les lignes, titres et noms répétés compris (6)',
      'tableau 1 seul (2\u00a0lignes)',
      'tableau 2 seul\u00a0: «\u00a0Février\u00a0» (1\u00a0ligne)',
    ])
  })

  test('with other names are offered, and no row is lost meanwhile', async () => {
    const text = 'Nom;Montant;Date\nA;1;01/02/2020\nB;2;02/02/2020\n\nRecettes\nLibellé;Euros\nC;3\nD;4\n'
    const result = await readGiven(text)
    expect(shown(result.table).rows.map(([first]) => first)).toEqual(['A', 'B', 'Libellé', 'C', 'D'])
    expect(noteCodes(result)).toContain('stacked-tables')
    expect(shown((await readGiven(text, { table: 2 })).table)).toEqual({
      columns: ['Libellé', 'Euros'],
      rows: [
        ['C', '3'],
        ['D', '4'],
      ],
    })
    await expect(readGiven(text, { table: 3 })).rejects.toMatchObject({ code: 'bad-option' })
  })

  test('notes below the table stay rows, all of them said', async () => {
    const result = await readGiven(
      'Nom;Montant;Code\nA;1;01\nB;2;02\n;;\nSource : mairie;;\nDonnées provisoires;;\n',
    )
    expect(result.table.rowCount).toBe(5)
    expect(noteOf(result, 'footer-line')).toMatchObject({ rows: [3, 4] })
    expect(noteOf(result, 'footer-line')?.text.fr).toContain('2\u00a0lignes de notes')
  })

  test('a blank line before the total does not make a second table', async () => {
    const result = await readGiven('Nom;Montant\nA;1\nB;2\n\nTOTAL;3\nMoyenne;1,5\n')
    expect(optionOf(result, 'table')).toBeUndefined()
    expect(result.table.rowCount).toBe(5)
  })
})

describe('signs', () => {
  test('the separator that the first line declares is obeyed', async () => {
    const result = await readGiven('sep=;\na;b\n1,5;2\n')
    expect(shown(result.table)).toEqual({ columns: ['a', 'b'], rows: [['1,5', '2']] })
    expect(optionOf(result, 'separator')?.evidence.fr).toBe(
      'La première ligne le dit\u00a0: «\u00a0sep=;\u00a0».',
    )
    expect(result.notes).toEqual([])
  })

  test('any text may be chosen as the separator', async () => {
    expect(shown((await readGiven('a@@b\n1@2@@3\n', { separator: '@@' })).table).rows).toEqual([['1@2', '3']])
    expect(shown((await readGiven('a§b\n1§é\n', { separator: '§' })).table).rows).toEqual([['1', 'é']])
  })

  test('a space after each comma belongs to it, but before numbers alone it may be the place of a sign', async () => {
    expect(foundValue(await readGiven('nom, code\nA, 1\nB, 2\n'), 'separator')).toBe(', ')
    expect(shown((await readGiven('1, 2\n3,-4\n5, 6\n')).table).rows[0]).toEqual(['1', ' 2'])
    expect(foundValue(await readGiven('1, 2\n3, 4\n5, 6\n'), 'separator')).toBe(',')
  })

  test.each([
    ['words', 'Nom Prénom\nDupont Jean\nDurand Anne\nMartin Luc\n'],
    ['hours', 'Heure\n10:20:30\n10:21:30\n10:22:30\n'],
    ['labels', 'Nom : Dupont\nVille : Paris\nÂge : 20\n'],
    ['addresses on the web', 'https://a.fr/x\nhttps://b.fr/y\nhttps://c.fr/z\n'],
  ])('%s are not cut', async (_, text) => {
    expect(foundValue(await readGiven(text), 'separator')).toBe('none')
  })

  test('quotes after a backslash are letters where that cuts as well, and folders are left alone', async () => {
    const result = await readGiven('a,b\n"dit \\"oui\\", puis non",1\n"x",2\n')
    expect(shown(result.table).rows[0]).toEqual(['dit "oui", puis non', '1'])
    expect(foundValue(result, 'escape')).toBe('\\')
    const folders = await readGiven('code,label,x\n1,"C:\\dir\\",2\n2,"D:\\",3\n')
    expect(shown(folders.table).rows.map((row) => row[1])).toEqual(['C:\\dir\\', 'D:\\'])
  })

  test('a quote too many spoils one cell, and its line is said', async () => {
    const result = await readGiven('a,b,c\n1,"x, y"",2\n"3,"z, z",4\n5,6,7\n')
    expect(shown(result.table).rows).toEqual([
      ['1', 'x, y"', '2'],
      ['"3', 'z, z', '4'],
      ['5', '6', '7'],
    ])
    expect(noteOf(result, 'stray-quotes')?.text.fr).toContain('lignes 2 et 3')
  })

  test('a row written with another separator is cut by it, said, and left alone on request', async () => {
    const lines = Array.from({ length: 20 }, (_, row) => `${row},nom ${row},0${row % 9}/02/2020,${row}.5`)
    const text = `n,nom,date,prix\n${lines.with(7, '7;nom, sept;07/02/2020;7.5').join('\n')}\n`
    const result = await readGiven(text)
    expect(shown(result.table).rows[7]).toEqual(['7', 'nom, sept', '07/02/2020', '7.5'])
    expect(result.notes).toMatchObject([{ code: 'recut-rows', rows: [7] }])
    const left = await readGiven(text, { recut: false })
    expect(shown(left.table).rows[7]?.slice(0, 2)).toEqual(['7;nom', ' sept;07/02/2020;7.5'])
  })

  test('a sentence with semicolons in a short row is not cut', async () => {
    const rows = Array.from({ length: 20 }, (_, row) => `${row},a,b,${row}.5`).join('\n')
    const { table } = await readGiven(`n,x,y,prix\n${rows}\nSource ; mairie ; 2020 ; données\n`)
    expect(shown(table).rows.at(-1)?.[0]).toBe('Source ; mairie ; 2020 ; données')
  })
})

describe('letters', () => {
  const encoded = (bytes: Readonly<Record<string, number>>, text: string) =>
    Uint8Array.from(text, (character) => bytes[character] ?? character.charCodeAt(0))
  const text = 'Bénéficiaire;Ville\nThéâtre;Orléans\nÉcole à côté;Nîmes\n'
  test.each([
    ['macintosh', { é: 0x8e, É: 0x83, à: 0x88, â: 0x89, ô: 0x99, î: 0x94 }],
    ['cp850', { é: 0x82, É: 0x90, à: 0x85, â: 0x83, ô: 0x93, î: 0x8c }],
    ['windows-1252', {}],
  ])('%s is told from the others by its words', async (encoding, bytes) => {
    const result = await readGiven(encoded(bytes, text))
    expect(foundValue(result, 'encoding')).toBe(encoding)
    expect(shown(result.table).rows).toEqual([
      ['Théâtre', 'Orléans'],
      ['École à côté', 'Nîmes'],
    ])
  })

  test('accents encoded twice are noticed, and restored only on request', async () => {
    const damaged = 'nom;ville\nA;EntitÃ©\nB;Lâ€™ÃŽle\nC;Été\n'
    const result = await readGiven(damaged)
    expect(shown(result.table).rows.map((row) => row[1])).toEqual(['EntitÃ©', 'Lâ€™ÃŽle', 'Été'])
    expect(result.notes).toMatchObject([{ code: 'doubled-letters', severity: 'look', rows: [0, 1] }])
    const repaired = await readGiven(damaged, { repair: 'doubled' })
    expect(shown(repaired.table).rows.map((row) => row[1])).toEqual(['Entité', 'L’Île', 'Été'])
  })

  test('invisible characters within words are read as the signs that they stand for, said, and kept on request', async () => {
    const damaged = 'nom;code\nChâteau d\u0092Angludet;1\n7 \u0096 8 mai;2\n'
    const result = await readGiven(damaged)
    expect(shown(result.table).rows.map((row) => row[0])).toEqual(['Château d’Angludet', '7 – 8 mai'])
    expect(noteCodes(result)).toEqual(['control-characters'])
    const kept = await readGiven(damaged, { repair: 'none' })
    expect(shown(kept.table).rows[0]?.[0]).toBe('Château d\u0092Angludet')
  })
})

test('names of two rows that come again in the middle are set aside, both rows', async () => {
  const names = 'Lieu;Voyage;;Total\n;Air;Rail;\n'
  const { table } = await readGiven(
    `${names}Brest;10;20;30\nLyon;1;2;3\n${names}Nantes;5;6;11\nLille;7;8;15\n`,
  )
  expect(shown(table)).toEqual({
    columns: ['Lieu', 'Voyage Air', 'Voyage Rail', 'Total'],
    rows: [
      ['Brest', '10', '20', '30'],
      ['Lyon', '1', '2', '3'],
      ['Nantes', '5', '6', '11'],
      ['Lille', '7', '8', '15'],
    ],
  })
})
