import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectFormat } from '../../../src/formats/formats.ts'
import { xmlTable, type XmlTableOptions } from '../../../src/formats/xml-table/xml-table.ts'
import { foundValue, givenFile, noteCodes, shown, silent, utf16, windows1252 } from '../given-file.ts'

const read = (content: string | Uint8Array, options: XmlTableOptions = {}) =>
  xmlTable.read(givenFile(content, 'x.xml'), options, silent)

const cells = async (content: string, options: XmlTableOptions = {}) =>
  shown((await read(content, options)).table)

describe('reading XML of any kind', () => {
  const catalogue = `<?xml version="1.0"?>
<catalogue xmlns="http://x" version="2">
  <!-- deux livres -->
  <livre id="1"><titre>Les Misérables</titre><prix devise="EUR">10.50</prix></livre>
  <livre id="011">
    <titre> L&apos;été &amp; <![CDATA[<l'hiver>]]> </titre>
    <auteur><nom>Zola</nom><prenom/></auteur>
  </livre>
</catalogue>`

  test('one row an element that repeats, attributes and elements within as columns, texts as written', async () => {
    const result = await read(catalogue)
    expect(shown(result.table)).toEqual({
      columns: ['@id', 'titre', 'prix/@devise', 'prix', 'auteur/nom', 'auteur/prenom'],
      rows: [
        ['1', 'Les Misérables', 'EUR', '10.50', null, null],
        ['011', " L'été & <l'hiver> ", null, null, 'Zola', ''],
      ],
    })
    expect(result.found[0]).toMatchObject({
      option: 'element',
      value: 'catalogue/livre',
      label: { fr: 'catalogue/livre (2\u00a0fois)' },
      evidence: { fr: 'Cet élément se répète et porte 89\u00a0% des valeurs du fichier.' },
    })
    expect(noteCodes(result)).toEqual(['values-outside'])
  })

  test('the rows are the elements that explain most, within groups or with lists of their own; others can be chosen', async () => {
    const groups = `<kml><Folder><name>A</name>${'<Placemark><name>x</name><n>1</n></Placemark>'.repeat(20)}</Folder><Folder><name>B</name><Placemark><name>y</name></Placemark></Folder></kml>`
    const result = await read(groups)
    expect(foundValue(result, 'element')).toBe('kml/Folder/Placemark')
    expect(result.table.rowCount).toBe(21)
    expect(result.found[0]!.choices!.map(({ value }) => value)).toEqual([
      'kml/Folder/Placemark',
      'kml/Folder',
    ])
    const towns = `<l>${'<ville><nom>x</nom><insee>1</insee><ecole>a</ecole><ecole>b</ecole></ville>'.repeat(3)}</l>`
    expect(foundValue(await read(towns), 'element')).toBe('l/ville')
    expect(await cells(towns, { element: 'l/ville/ecole' })).toMatchObject({ columns: ['ecole'] })
    await expect(read(towns, { element: 'l/commune' })).rejects.toMatchObject({
      code: 'xml-no-element',
      values: { known: ['l/ville', 'l/ville/ecole'] },
    })
  })

  test('a file without repetition is one row of what holds something', async () => {
    expect(await cells('<r><ligne><a>1</a><b>2</b></ligne></r>')).toEqual({
      columns: ['a', 'b'],
      rows: [['1', '2']],
    })
    expect(await cells('<a/>')).toEqual({ columns: ['a'], rows: [['']] })
  })

  test('elements that repeat within a row share a cell with bars, each in its place, or have a column each', async () => {
    const text =
      '<l><p><tag>a</tag><tag>b</tag><c><t>1</t></c><c><n>x</n><t>2</t></c></p><p><tag>c</tag></p></l>'
    const result = await read(text)
    expect(shown(result.table)).toEqual({
      columns: ['tag', 'c/t', 'c/n'],
      rows: [
        ['a | b', '1 | 2', ' | x'],
        ['c', null, null],
      ],
    })
    expect(result.notes).toMatchObject([{ code: 'joined-elements', severity: 'look' }])
    expect(await cells(text, { repeated: 'columns' })).toEqual({
      columns: ['tag', 'tag (2)', 'c/t', 'c (2)/n', 'c (2)/t'],
      rows: [
        ['a', 'b', '1', 'x', '2'],
        ['c', null, null, null, null],
      ],
    })
  })

  test('text among elements is kept, a missing value is blank and an empty one empty', async () => {
    expect(
      await cells(
        '<l xmlns:xsi="http://x"><p>Bonjour <b>toi</b> !</p><p><b xsi:nil="true"/></p><p><b></b></p></l>',
      ),
    ).toEqual({
      columns: ['p', 'b'],
      rows: [
        ['Bonjour  !', 'toi'],
        [null, null],
        [null, ''],
      ],
    })
  })

  test.each([
    ['UTF-16', utf16('\ufeff<l><p>é</p><p>à</p></l>', true)],
    [
      'windows-1252 that says so',
      windows1252('<?xml version="1.0" encoding="windows-1252"?><l><p>é</p><p>à</p></l>'),
    ],
    ['windows-1252 that does not', windows1252('<l><p>é</p><p>à</p></l>')],
  ])('%s', async (_, bytes) => {
    expect(shown((await read(bytes)).table)).toEqual({ columns: ['p'], rows: [['é'], ['à']] })
  })

  test('a file that is cut, broken, dangerous or bottomless is refused with the place; what comes before can be opened', async () => {
    await expect(read('<l><p>1</p>\n<p>2</p><p>')).rejects.toMatchObject({
      code: 'xml-cut',
      values: { line: 2, rows: 2 },
    })
    await expect(read('<l><p>1</p>\n<p>2</q></l>')).rejects.toMatchObject({
      code: 'xml-broken',
      values: { line: 2 },
    })
    await expect(read('<!DOCTYPE l [<!ENTITY a "b">]><l><p>&a;</p></l>')).rejects.toMatchObject({
      code: 'xml-doctype',
    })
    await expect(read('<a>'.repeat(300))).rejects.toMatchObject({ code: 'xml-too-deep' })
    const partial = await read('<l><p>1</p>\n<p>2</p><p>', { partial: true })
    expect(partial.table.rowCount).toBe(2)
    expect(noteCodes(partial)).toContain('partial')
  })

  test('every text and attribute of a generated file is in its cell', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '&', '<', '"', '|', '\n', '👍', '1') })
    const record = fc.record({ id: text, nom: text, ville: text, cp: fc.option(text) })
    const escaped = (value: string) => value.replace(/[&<"\n]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 2, maxLength: 6 }),
        fc.boolean(),
        async (records, pretty) => {
          const gap = pretty ? '\n  ' : ''
          const written = records.map(
            ({ id, nom, ville, cp }) =>
              `${gap}<p id="${escaped(id)}">${gap}<nom>${escaped(nom)}</nom>${gap}<adresse>${gap}<ville>${escaped(ville)}</ville>${cp === null ? '' : `<cp>${escaped(cp)}</cp>`}</adresse>${gap}</p>`,
          )
          const { columns, rows } = await cells(`<l>${written.join('')}</l>`)
          const cell = (row: number, name: string) => rows[row]![columns.indexOf(name)] ?? null
          records.forEach(({ id, nom, ville, cp }, row) => {
            expect([
              cell(row, '@id'),
              cell(row, 'nom'),
              cell(row, 'adresse/ville'),
              cell(row, 'adresse/cp'),
            ]).toEqual([id, nom, ville, cp])
          })
        },
      ),
    )
  })

  test('a start of the file that misleads does not decide', async () => {
    const start = `<meta>${'<mot-cle>tamis et crible</mot-cle>'.repeat(80_000)}</meta>`
    const rows = '<ligne><a>1</a><b>2</b><c>3</c></ligne>'.repeat(60_000)
    const result = await read(`<l>${start}<lignes>${rows}</lignes></l>`)
    expect(foundValue(result, 'element')).toBe('l/lignes/ligne')
    expect(result.table.rowCount).toBe(60_000)
    const columns = Array.from({ length: 30_000 }, (_, index) => `<c${index}/>`).join('')
    await expect(read(`<l><p>${columns}</p><p/></l>`)).rejects.toMatchObject({ code: 'too-many-names' })
  })

  test('kinds of XML that are known are left to their readers', async () => {
    const idOf = async (content: string) => (await detectFormat(givenFile(content, 'x.xml'))).format.id
    expect(await idOf('<DocumentBudgetaire xmlns="http://x"/>')).toBe('totem-xml')
    expect(await idOf('<?xml version="1.0"?><rss><channel/></rss>')).toBe('xml-table')
    expect(await idOf('<rss><channel/></rss>')).toBe('xml-table')
  })
})
