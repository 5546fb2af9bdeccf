import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasShared, shared } from '../shared-folder.ts'

const script = fileURLToPath(new URL('../../scripts/tamis.mjs', import.meta.url))
let folder = ''
const at = (name: string): string => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tamis-'))
  // The first call builds the command line, so that no test is charged with it.
  execFileSync(process.execPath, [script, 'help'], { stdio: 'ignore' })
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function tamis(...words: string[]): { code: number | null; out: string; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words, '--lang', 'fr'], {
    encoding: 'utf8',
  })
  return { code: status, out: stdout, said: stderr }
}

const file = (name: string, text: string | Uint8Array): string => {
  writeFileSync(at(name), text)
  return at(name)
}

const recipe = (steps: object[], extra: object = {}): string =>
  JSON.stringify({
    tamis: 1,
    title: 'Essai',
    sheets: [{ name: 'S', from: { file: { format: 'csv', options: {} } }, steps }],
    outputs: [{ sheet: 'S', file: 'sortie-{annee}.csv' }],
    parameters: { annee: { label: 'Exercice', value: '2020' } },
    ...extra,
  })

const toNumber = { id: 'a', step: 'to-number', params: { columns: ['montant'] } }

describe('tamis read', () => {
  it('writes a table as UTF-8 comma CSV, zeros kept', () => {
    const source = file('codes.csv', 'code;libellé\n011;été\n')
    expect(tamis('read', source)).toEqual({ code: 0, out: 'code,libellé\n011,été\n', said: '' })
  })

  it('writes several files under their own names, and names the one that fails', () => {
    const good = file('un.csv', 'a;b\n1;2\n')
    const bad = file('image.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    const { code, said } = tamis('read', bad, good, '-o', at('sorties'))
    expect(code).toBe(2)
    expect(said).toContain('image.csv')
    expect(said).not.toContain('    at ')
    expect(readdirSync(at('sorties'))).toEqual(['un.csv'])
  })

  it('describes a file: format, options with evidence, columns, findings', () => {
    const described = JSON.parse(tamis('read', file('d.csv', 'a;b\n1;2\n3;\n'), '--describe').out) as Record<
      string,
      unknown
    >
    expect(described).toMatchObject({
      format: 'csv',
      rows: 2,
      options: { separator: { value: ';', chosen: false } },
      columns: [
        { name: 'a', type: 'text', filled: 2, distinct: 2 },
        { name: 'b', type: 'text', filled: 1, distinct: 1 },
      ],
    })
    expect(described['findings']).toBeInstanceOf(Array)
  })

  it('takes a reading option, and refuses one that does not exist', () => {
    const source = file('o.csv', 'a,b;c\n1,2;3\n')
    expect(tamis('read', source, '--set', 'separator=,').out).toBe('a,b;c\n1,2;3\n')
    expect(tamis('read', source, '--set', 'separatr=,').code).toBe(2)
  })

  it('reads a file as the datapackage.json given with it says, to one table', () => {
    const source = file('jours.csv', 'j;n\n31/01/2020;NA\n')
    const fields = [{ name: 'j', type: 'date', format: '%d/%m/%Y' }, { name: 'n' }]
    const description = { resources: [{ path: 'jours.csv', schema: { fields, missingValues: ['NA'] } }] }
    const packed = file('datapackage.json', JSON.stringify(description))
    expect(tamis('read', packed, source)).toEqual({ code: 0, out: 'j,n\n2020-01-31,\n', said: '' })
    expect(tamis('read', packed, source, '--set', 'description=text').out).toBe('j,n\n31/01/2020,NA\n')
  })

  it.each([[[]], [['read']], [['frobnicate']], [['read', 'no-such-file.csv']], [['read', '--bogus']]])(
    'says what is wrong with %j in one sentence',
    (words) => {
      const { code, out, said } = tamis(...words)
      expect([code, out]).toEqual([2, ''])
      expect(said.trim().split('\n')).toHaveLength(1)
    },
  )
})

describe('tamis replay', () => {
  it('writes the outputs, named after the parameters, and ends with 0 when there is nothing to look at', () => {
    const source = file('2020.csv', 'nom;montant\nA;1 200,50\n')
    const { code } = tamis(
      'replay',
      file('r.tamis.json', recipe([toNumber])),
      source,
      '-o',
      at('r'),
      '--param',
      'annee=2021',
    )
    expect(code).toBe(0)
    expect(readFileSync(at('r/sortie-2021.csv'), 'utf8')).toBe('nom,montant\nA,1200.50\n')
  })

  it('fills in from the communes of Tamis, and from the version of a list that the year asked for has', () => {
    const source = file('lieux.csv', 'insee,type\n56165,A\n2A004,A\n')
    const types = {
      name: 'T',
      from: {
        data: {
          columns: ['code', 'libelle', 'debut', 'fin'],
          rows: [
            ['A', 'Ancien', '2018', '2021'],
            ['A', 'Nouveau', '2022', null],
          ],
        },
      },
      steps: [],
    }
    const fill = (id: string, column: string, reference: object, take: object): object => ({
      id,
      step: 'fill-from-reference',
      params: { column, reference, key: 'code', take },
    })
    const made = JSON.parse(
      recipe([
        fill('a', 'insee', { table: 'communes', date: '2026-01-01' }, { libelle: 'commune', epci: 'epci' }),
        fill(
          'b',
          'type',
          { sheet: 'T', validAt: { year: '{annee}' }, from: 'debut', to: 'fin' },
          { libelle: 'sorte' },
        ),
      ]),
    ) as { sheets: object[] }
    made.sheets.push(types)
    const recipeFile = file('lieux.tamis.json', JSON.stringify(made))
    const replayed = (year: string): string => {
      const { code, said } = tamis('replay', recipeFile, source, '-o', at(year), '--param', `annee=${year}`)
      expect([code, said]).toEqual([0, expect.anything()])
      return readFileSync(at(`${year}/sortie-${year}.csv`), 'utf8')
    }
    expect(replayed('2020')).toBe(
      'insee,commune,epci,type,sorte\n56165,Ploërmel,CC Ploërmel Communauté,A,Ancien\n2A004,Ajaccio,CA du Pays Ajaccien,A,Ancien\n',
    )
    expect(replayed('2023')).toContain(',A,Nouveau\n')
  })

  it('ends with 3 and a report when a cell could not be converted', () => {
    const source = file('bad.csv', 'nom;montant\nA;12\nB;douze\n')
    const { code, said } = tamis(
      'replay',
      file('r.tamis.json', recipe([toNumber])),
      source,
      '-o',
      at('r3'),
      '--report',
      at('r3.json'),
    )
    expect(code).toBe(3)
    expect(said).toContain('montant')
    expect(readFileSync(at('r3/sortie-2020.csv'), 'utf8')).toContain('B,douze')
    expect(JSON.parse(readFileSync(at('r3.json'), 'utf8'))).toMatchObject({ attention: true, open: 0 })
  })

  it('ends with 4 and writes nothing when a needed column is missing', () => {
    const source = file('missing.csv', 'nom;code\nA;12\n')
    const { code, said } = tamis('replay', file('r.tamis.json', recipe([toNumber])), source, '-o', at('r4'))
    expect(code).toBe(4)
    expect(said).toContain('montant')
    expect(existsSync(at('r4'))).toBe(false)
    expect(tamis('replay', at('r.tamis.json'), source, '-o', at('r4'), '--missing', 'skip').code).toBe(3)
    expect(existsSync(at('r4/sortie-2020.csv'))).toBe(true)
  })

  it.each([
    ['an unknown step', recipe([{ id: 'a', step: 'to-gold', params: {} }])],
    ['a newer format', recipe([toNumber], { tamis: 2 })],
    ['a hidden prototype', recipe([toNumber]).replace('"title"', '"__proto__":{"x":1},"title"')],
    ['half a file', recipe([toNumber]).slice(0, 50)],
  ])('ends with 2 and one sentence on a recipe with %s', (_, text) => {
    const { code, said } = tamis(
      'replay',
      file('bad.tamis.json', text),
      file('x.csv', 'nom;montant\nA;1\n'),
      '-o',
      at('r2'),
    )
    expect(code).toBe(2)
    expect(said.trim().split('\n')).toHaveLength(1)
    expect(existsSync(at('r2'))).toBe(false)
  })

  it('never writes outside the output folder, whatever a recipe calls its files', () => {
    const text = recipe([toNumber], { outputs: [{ sheet: 'S', file: '../../escaped.csv' }] })
    tamis(
      'replay',
      file('out.tamis.json', text),
      file('x.csv', 'nom;montant\nA;1\n'),
      '-o',
      at('deep/inside'),
    )
    expect(readdirSync(at('deep'))).toEqual(['inside'])
    expect(readdirSync(at('deep/inside'))).toHaveLength(1)
  })

  it('takes SHEET=FILE', () => {
    const source = file('named.csv', 'nom;montant\nA;1\n')
    expect(
      tamis('replay', file('r.tamis.json', recipe([toNumber])), `S=${source}`, '-o', at('named')).code,
    ).toBe(0)
  })
})

describe('tamis check-recipe', () => {
  it('prints the sentence of each step', () => {
    const { code, out } = tamis('check-recipe', file('c.tamis.json', recipe([toNumber])))
    expect(code).toBe(0)
    expect(out).toContain('1. Convertir')
  })
})

describe.skipIf(!hasShared)('on real documents', () => {
  it('replays the steps made for a budget on another budget', () => {
    const sheet = {
      name: 'S',
      from: { file: { format: 'totem-xml', options: {} } },
      steps: [
        { id: 'a', step: 'rename-columns', params: { names: { BGT_NOM: 'collectivite' } } },
        { id: 'b', step: 'to-number', params: { columns: ['BGT_MTREAL', 'BGT_MTPREV'] } },
        { id: 'c', step: 'drop-empty-columns', params: {} },
      ],
    }
    const made = file('budget.tamis.json', recipe([], { sheets: [sheet] }))
    expect(
      tamis('replay', made, shared('data/budget/crach-2022-budget-primitif.xml'), '-o', at('budget')).code,
    ).toBe(0)
    const [header, ...rows] = readFileSync(at('budget/sortie-2020.csv'), 'utf8').trim().split('\n')
    expect(header).toContain('collectivite')
    expect(rows).toHaveLength(201)
  })
})
