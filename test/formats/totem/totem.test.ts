import * as v from 'valibot'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { totem, type TotemOptions } from '../../../src/formats/totem/totem.ts'
import { Problem } from '../../../src/problem/problem.ts'
import { problemSentence } from '../../../src/i18n/problems.ts'
import { cellText } from '../../../src/table/column.ts'
import { columnNamed, textRows, type Table } from '../../../src/table/table.ts'
import { documentXml, fileOf, latinBytes, quietly } from './budget-document.ts'

const read = (content: string | Uint8Array<ArrayBuffer>, options: TotemOptions = {}) =>
  totem.read(fileOf(content), options, quietly)

const cells = (table: Table, column: string): string[] =>
  Array.from({ length: table.rowCount }, (_, row) => cellText(columnNamed(table, column), row))

const problemOf = async (reading: Promise<unknown>): Promise<Problem> => {
  try {
    await reading
  } catch (problem) {
    if (problem instanceof Problem) return problem
    throw problem
  }
  throw new Error('was read without a problem')
}

const head = async (content: string | Uint8Array<ArrayBuffer>): Promise<[number]> => {
  const file = fileOf(content)
  return [totem.detect(file, new Uint8Array(await file.bytes.arrayBuffer()))]
}

const salaries = {
  Nature: '6411',
  ContNat: '012',
  Fonction: '020',
  CodRD: 'D',
  OpBudg: '0',
  ArtSpe: 'false',
  MtPrev: '1250.00',
}

describe('budget lines', () => {
  it('gives one row a line, with labels and words', async () => {
    const { table, notes } = await read(
      documentXml([
        {
          lines: [
            salaries,
            { Nature: '1641', ContNat: '16', CodRD: 'R', OpBudg: '1', ArtSpe: 'true', MtReal: '7.5' },
          ],
        },
      ]),
    )
    expect(textRows(table)).toEqual([
      [
        'budget primitif',
        '2023',
        '12345678900011',
        'VILLEFICTIVE',
        '012',
        'Charges de personnel et frais assimilés',
        '6411',
        'Personnel titulaire',
        '020',
        'Administration générale de la collectivité',
        null,
        'fonctionnement',
        'réel',
        'dépense',
        null,
        null,
        null,
        null,
        '1250.00',
        null,
        null,
        'non spécialisé',
      ],
      [
        'budget primitif',
        '2023',
        '12345678900011',
        'VILLEFICTIVE',
        '16',
        'Emprunts et dettes assimilées',
        '1641',
        'Emprunts en euros',
        null,
        null,
        null,
        'investissement',
        'ordre',
        'recette',
        '7.5',
        null,
        null,
        null,
        null,
        null,
        null,
        'spécialisé',
      ],
    ])
    expect(notes).toEqual([])
  })

  it('keeps zeros, trailing zeros and what looks like another number', async () => {
    const odd = {
      Nature: '0110',
      ContNat: '011',
      MtReal: '00.10',
      MtPrev: '1e5',
      MtPropNouv: '40000.00',
      Operation: '0x10',
    }
    const { table } = await read(documentXml([{ lines: [odd] }]))
    const row = Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, 0)]))
    expect(row).toMatchObject({
      BGT_NATURE: '0110',
      BGT_CONTNAT: '011',
      BGT_MTREAL: '00.10',
      BGT_MTPREV: '1e5',
      BGT_MTPROPNOUV: '40000.00',
      BGT_OPERATION: '0x10',
    })
  })

  it('leaves calculated sub-totals out and says how many', async () => {
    const { table, notes } = await read(
      documentXml([
        { lines: [salaries, { ...salaries, calculated: 'true' }, { ...salaries, calculated: 'false' }] },
      ]),
    )
    expect(table.rowCount).toBe(2)
    expect(notes.map(({ code, text }) => [code, text.fr])).toEqual([
      [
        'subtotals-left-out',
        '1\u00a0sous-total calculé n’est pas repris\u00a0: ce ne sont pas des lignes du budget.',
      ],
    ])
  })

  it('reads every budget of a document, each with its own nomenclature', async () => {
    const { table, found } = await read(
      documentXml([
        {
          siret: '1',
          nomenclature: 'M14-M14_COM_500_3500',
          year: '2020',
          lines: [{ Nature: '656', ContNat: '656' }],
        },
        {
          siret: '2',
          nomenclature: 'M57_A',
          decision: '09',
          lines: [
            { Nature: '656', ContNat: '656' },
            { Nature: '6588', ContNat: '65' },
          ],
        },
      ]),
    )
    expect(cells(table, 'BGT_SIRET')).toEqual(['1', '2', '2'])
    expect(cells(table, 'BGT_NATDEC')).toEqual([
      'budget primitif',
      'compte administratif',
      'compte administratif',
    ])
    expect(cells(table, 'BGT_CONTNAT_LABEL')).toEqual([
      "Frais de fonctionnement des groupes d'élus",
      '',
      'Autres charges de gestion courante',
    ])
    expect(found[0]).toMatchObject({ option: 'nomenclature', value: 'auto', chosen: false })
  })

  it('keeps a nature of decision that it does not know, and says so', async () => {
    const { table, notes } = await read(documentXml([{ decision: '77', lines: [salaries] }]))
    expect(cells(table, 'BGT_NATDEC')).toEqual(['77'])
    expect(notes.map(({ code }) => code)).toEqual(['unknown-decision'])
  })

  it('says that a document has no line', async () => {
    const { table, notes } = await read(documentXml([{}]))
    expect([table.rowCount, table.columns.length]).toEqual([0, 22])
    expect(notes.map(({ code }) => code)).toEqual(['no-lines'])
  })
})

describe('nomenclature of a budget', () => {
  it('uses the newest one known for a later year, and says so', async () => {
    const { table, notes, found } = await read(
      documentXml([{ year: '2031', nomenclature: 'M57_A', lines: [salaries] }]),
    )
    expect(cells(table, 'BGT_NATURE_LABEL')).toEqual(['Personnel titulaire'])
    expect(notes.map(({ code }) => code)).toEqual(['nomenclature-of-another-year'])
    expect(notes[0]!.text.fr).toContain('2031')
    expect(found[1]).toMatchObject({ option: 'year', value: 2024 })
  })

  it.each(['M99-M99_X', ''])(
    'opens a budget of the nomenclature « %s » without labels, and says so',
    async (nomenclature) => {
      const { table, notes } = await read(documentXml([{ nomenclature, lines: [salaries] }]))
      expect(cells(table, 'BGT_NATURE_LABEL')).toEqual([''])
      expect(cells(table, 'BGT_SECTION')).toEqual([''])
      expect(notes.map(({ code }) => code)).toEqual(['unknown-nomenclature'])
    },
  )

  it('says which year the labels are of when the budget gives none', async () => {
    const { notes, found } = await read(documentXml([{ year: '', decision: '', lines: [salaries] }]))
    expect(notes.map(({ code }) => code)).toEqual(['nomenclature-of-another-year'])
    expect(notes[0]!.text.en).toBe('The budget gives no year: labels of “M57-M57_A” come from 2024.')
    expect(found.find(({ option }) => option === 'decision')!.label.fr).toBe('non indiquée')
  })

  it('uses the one that the person chose', async () => {
    const { table, found } = await read(documentXml([{ nomenclature: '', lines: [{ ContNat: '656' }] }]), {
      nomenclature: 'M14-M14_COM_SUP3500',
      year: 2020,
    })
    expect(cells(table, 'BGT_SECTION')).toEqual(['fonctionnement'])
    expect(found.slice(0, 2).map(({ value, chosen }) => [value, chosen])).toEqual([
      ['M14-M14_COM_SUP3500', true],
      [2020, true],
    ])
  })

  it('refuses a chosen one that does not exist', async () => {
    const problem = await problemOf(read(documentXml([{}]), { nomenclature: 'M99' }))
    expect(problem.code).toBe('unknown-nomenclature')
  })

  it('lists the codes that the nomenclature lacks, with their rows', async () => {
    const { notes } = await read(
      documentXml([{ lines: [salaries, { ...salaries, ContNat: '12' }, { ...salaries, Nature: '99' }] }]),
    )
    expect(notes.map(({ code, rows }) => [code, rows])).toEqual([
      ['codes-without-label', [1]],
      ['codes-without-label', [2]],
    ])
    expect(notes[1]!.text.fr).toBe(
      '1\u00a0ligne a dans «\u00a0BGT_NATURE\u00a0» un code que la nomenclature n’a pas (99)\u00a0: le libellé reste vide.',
    )
  })
})

describe('shapes of documents', () => {
  const lines = [salaries, { Nature: '1641', ContNat: '16', MtReal: '12.00' }]
  const plain = documentXml([{ lines }])
  const cfu = (p: string, inner: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${p}CompteFinancierUnique xmlns${p === '' ? '' : ':cfu'}="http://www.minefi.gouv.fr/cp/demat/doccfu">\n` +
    `<${p}EnTete><${p}LibelleColl V="autre"/></${p}EnTete>\n${inner}\n<${p}Etats><${p}LigneBudget><${p}Nature V="1"/></${p}LigneBudget></${p}Etats>\n</${p}CompteFinancierUnique>`

  it.each([
    ['with a prefix', documentXml([{ lines }], 'VILLEFICTIVE', 'db:')],
    ['in a compte financier unique', cfu('', plain)],
    [
      'in a compte financier unique with prefixes',
      cfu('cfu:', documentXml([{ lines }], 'VILLEFICTIVE', 'b:')),
    ],
    ['after blank lines and comments', `\n\n<?xml version="1.0"?><!-- a & b <x> -->\n${plain}`],
    [
      'with an editor’s own elements',
      plain.replaceAll('<Nature ', '<e:Nature xmlns:e="urn:editor" V="000"/><Nature '),
    ],
    [
      'with annexes that look like lines',
      plain.replace('</Budget>', '<Annexes><X><Nature V="9"/><LigneBudget/></X></Annexes></Budget>'),
    ],
  ])('reads the same rows %s', async (_, xml) => {
    const [expected, { table }] = await Promise.all([read(plain), read(xml)])
    expect(textRows(table)).toEqual(textRows(expected.table))
    expect(await head(xml)).toEqual([1])
  })

  it('refuses another XML document and names its root', async () => {
    const other = '<?xml version="1.0"?><x:Facture xmlns:x="urn:x"/>'
    const problem = await problemOf(read(other))
    expect([problem.code, problem.values]).toEqual(['xml-unknown-root', { root: 'x:Facture' }])
    expect(await head(other)).toEqual([0.3])
    expect(await head('code;libelle\n011;a')).toEqual([0])
  })

  it('refuses a DOCTYPE, which could grow without end', async () => {
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n${plain.replace('6411', '&b;')}`
    expect((await problemOf(read(bomb))).code).toBe('xml-doctype')
    expect(await head(bomb)).toEqual([1])
  })
})

describe('accents', () => {
  const name = 'Côte d’Œuf & fils'
  const document = (encoding: string | null, content = 'Côte d\u2019\u0152uf &amp; fils'): string =>
    (encoding === null ? '' : `<?xml version="1.0" encoding="${encoding}"?>\n`) +
    documentXml([{ lines: [salaries] }], content)
  const windows = (text: string): Uint8Array<ArrayBuffer> =>
    latinBytes(text.replaceAll('\u2019', '\u0092').replaceAll('\u0152', '\u008c'))
  const utf16 = (text: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(Uint16Array.from(`\ufeff${text}`, (character) => character.charCodeAt(0)).buffer)

  it.each([
    ['ISO-8859-1 bytes 0x80–0x9F', windows(document('ISO-8859-1')), 'windows-1252', 0],
    ['UTF-8', document('UTF-8'), 'utf-8', 0],
    ['UTF-8 undeclared', document(null), 'utf-8', 0],
    ['UTF-8 with a mark', `\ufeff${document('UTF-8')}`, 'utf-8', 0],
    ['UTF-16', utf16(document('UTF-16')), 'utf-16le', 0],
    ['UTF-8 declared as ISO-8859-1', document('ISO-8859-1'), 'utf-8', 1],
    ['windows-1252 declared as UTF-8', windows(document('UTF-8')), 'windows-1252', 1],
    ['an encoding that does not exist', document('ANSI-7'), 'utf-8', 1],
    [
      'character references',
      document('ISO-8859-1', 'C&#244;te d&#x2019;&#338;uf &amp; fils'),
      'windows-1252',
      0,
    ],
  ])('reads %s', async (_, content, encoding, noteCount) => {
    const { table, found, notes } = await read(content)
    expect(cells(table, 'BGT_NOM')).toEqual([name])
    expect(found.find(({ option }) => option === 'encoding')!.value).toBe(encoding)
    expect(notes.map(({ code }) => code)).toEqual(Array(noteCount).fill('xml-encoding'))
  })

  it('reads with the encoding that the person chose, or says that it does not fit', async () => {
    const { table } = await read(document('UTF-8', 'Cr\u00e9'), { encoding: 'windows-1252' })
    expect(cells(table, 'BGT_NOM')).toEqual(['CrÃ©'])
    expect((await problemOf(read(windows(document('ISO-8859-1')), { encoding: 'utf-8' }))).code).toBe(
      'wrong-encoding',
    )
  })

  it('joins characters and tags that fall between two pieces of a large file', async () => {
    const many = Array.from({ length: 6000 }, (_, i) => ({ Nature: '6411', Operation: `é${i}€` }))
    const { table } = await read(documentXml([{ lines: many }]))
    expect(cells(table, 'BGT_OPERATION')).toEqual(many.map(({ Operation }) => Operation))
  })
})

describe('cells', () => {
  const escaped = (text: string): string =>
    Array.from(text, (character) =>
      /[<>&"\s]/.test(character) ? `&#${character.codePointAt(0)};` : character,
    ).join('')
  const written = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })

  it('hold every text as written, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 8 }), async (texts) => {
        const lines = texts.map((text) => ({ Nature: escaped(text), MtReal: escaped(text) }))
        const { table } = await read(documentXml([{ lines }]))
        expect(cells(table, 'BGT_NATURE')).toEqual(texts)
        expect(cells(table, 'BGT_MTREAL')).toEqual(texts)
      }),
      { numRuns: 50 },
    )
  })
})

describe('damaged files', () => {
  const xml = documentXml([
    { lines: Array.from({ length: 4 }, (_, i) => ({ ...salaries, MtPrev: `${i}.00` })) },
    { siret: '2', lines: [{ Nature: '1641' }, { Nature: '1641', calculated: 'true' }] },
  ])

  it('says at which line a cut file stops', async () => {
    const text = xml.slice(0, xml.indexOf('3.00'))
    const problem = await problemOf(read(text))
    expect([problem.code, problem.values]).toEqual(['xml-cut', { line: text.split('\n').length, rows: 3 }])
    expect(problemSentence(problem, 'fr')).toContain(
      `Ce fichier n’est pas fermé\u00a0: il s’arrête à la ligne ${text.split('\n').length}.`,
    )
  })

  it('never opens a cut file without a word, and opens its whole lines when asked', async () => {
    const whole = textRows((await read(xml)).table)
    const bytes = new TextEncoder().encode(xml)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        const cut = bytes.slice(0, length)
        const problem = await problemOf(read(cut))
        expect(problem.code).toBe('xml-cut')
        const { table, notes } = await read(cut, { partial: true })
        expect(textRows(table)).toEqual(whole.slice(0, table.rowCount))
        expect(problem.values).toMatchObject({ rows: table.rowCount })
        expect(notes[0]).toMatchObject({ code: 'partial', severity: 'fail' })
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['a tag closed by another', xml.replace('</Budget>', '</Budgt>'), 'tag'],
    ['a lost quote', xml.replace('V="2.00"', 'V=2.00"'), 'tag'],
    ['a stray &', xml.replace('V="2.00"', 'V="Eau & air"'), 'entity'],
    ['a forbidden character', xml.replace('V="2.00"', 'V="2\u0000"'), 'character'],
    ['a second document', `${xml}\n${xml}`, 'other'],
  ])('says where a file with %s is broken', async (_, broken, what) => {
    const problem = await problemOf(read(broken))
    expect([problem.code, problem.values]).toMatchObject(['xml-broken', { what }])
    const firstDifference = broken.split('\n').findIndex((line, index) => line !== xml.split('\n')[index])
    const { line } = problem.values as { line: number }
    expect(Math.abs(line - 1 - firstDifference)).toBeLessThanOrEqual(1)
    const { notes } = await read(broken, { partial: true })
    expect(notes[0]!.code).toBe('partial')
  })

  it('stops when the person gives up', async () => {
    const reading = totem.read(
      fileOf(xml),
      {},
      {
        progress: () => {
          throw new Problem('cancelled', {})
        },
      },
    )
    expect((await problemOf(reading)).code).toBe('cancelled')
  })
})

describe('options', () => {
  it.each([{ nomenclature: 3 }, { year: '2020' }, { encoding: 'klingon' }, { labels: true }])(
    'refuses %o in a recipe',
    (options) => {
      expect(v.safeParse(totem.options, options).success).toBe(false)
    },
  )

  it('accepts none', () => {
    expect(v.parse(totem.options, {})).toEqual({})
  })
})
