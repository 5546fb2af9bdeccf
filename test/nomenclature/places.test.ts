import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtInTable, type BuiltInId } from '../../src/nomenclature/built-in-tables.ts'
import { isSiren } from '../../src/nomenclature/siren.ts'
import { fillFromReference } from '../../src/steps/fill-from-reference.ts'
import { columnNames, textRows } from '../../src/table/table.ts'
import { smallTable, surroundings } from '../small-table.ts'

interface Commune {
  code: string
  nom: string
  type: string
  departement: string
  region: string
  siren?: string
  codesPostaux?: string[]
  population?: number
  anciensCodes?: string[]
  commune?: string
}
interface Area {
  code: string
  nom: string
  region?: string
  zone: string
}
interface Grouping {
  code: string
  nom: string
  type: string
  modeFinancement: string
  populationMunicipale: number
  membres: { code: string; siren: string }[]
}

const source = <T>(name: string): T[] =>
  JSON.parse(
    readFileSync(
      new URL(`../../node_modules/@etalab/decoupage-administratif/data/${name}.json`, import.meta.url),
      'utf8',
    ),
  ) as T[]

/** The rows of a table as records; '' for a blank. */
async function records(id: BuiltInId): Promise<Record<string, string>[]> {
  const table = await builtInTable(id)
  const names = columnNames(table)
  return textRows(table).map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])))
}

const byCode = <T extends { code: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((one) => [one.code, one]))

const communes = source<Commune>('communes')
const epci = source<Grouping>('epci')
const departments = byCode(source<Area>('departements'))
const regions = byCode(source<Area>('regions'))

describe('communes, as the source package has them', () => {
  it('are all there, with the same facts', async () => {
    const groupingOf = new Map(epci.flatMap((one) => one.membres.map(({ code }) => [code, one] as const)))
    const expected = communes
      .filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal')
      .map((one) => {
        const overseas = departments.get(one.departement)!.zone === 'com'
        const grouping = groupingOf.get(one.commune ?? one.code)
        return {
          code: one.code,
          libelle: one.nom,
          nature: one.type === 'commune-actuelle' ? 'commune' : 'arrondissement municipal',
          code_departement: one.departement,
          departement: departments.get(one.departement)!.nom,
          code_region: overseas ? '' : one.region,
          region: overseas ? '' : regions.get(one.region)!.nom,
          siren_epci: grouping?.code ?? '',
          epci: grouping?.nom ?? '',
          siren: one.siren ?? '',
          codes_postaux: (one.codesPostaux ?? []).join(' '),
          population: one.population === undefined ? '' : String(one.population),
        }
      })
    const found = byCode((await records('communes')) as ({ code: string } & Record<string, string>)[])
    expect(found.size).toBe(expected.length)
    expect(expected.filter((one) => JSON.stringify(one) !== JSON.stringify(found.get(one.code)))).toEqual([])
  })

  it('have SIRENs whose check digit is right', async () => {
    const sirens = (await records('communes')).flatMap(({ siren }) => (siren === '' ? [] : [siren!]))
    expect(sirens.length).toBeGreaterThan(34_800)
    expect(sirens.filter((one) => !isSiren(one))).toEqual([])
  })
})

describe('former communes', () => {
  it('lead to the commune of today, and are never one of today', async () => {
    const current = new Map((await records('communes')).map(({ code, libelle }) => [code, libelle]))
    const former = await records('former-communes')
    const expected = new Set(communes.flatMap(({ anciensCodes = [] }) => anciensCodes))
    expect(new Set(former.map(({ code }) => code))).toEqual(expected)
    for (const { code, code_commune, commune } of former) {
      if (current.has(code) || current.get(code_commune) !== commune) expect.fail(`${code} ${code_commune}`)
    }
    expect(former.find(({ code }) => code === '01015')).toBeUndefined()
    expect(former.find(({ code }) => code === '56138')).toMatchObject({
      code_commune: '56165',
      commune: 'Ploërmel',
    })
  })
})

describe('EPCI', () => {
  it('are all there, with their number of communes and inhabitants', async () => {
    const expected = [...epci, ...source<Grouping>('ept')].map((one) => [
      one.code,
      one.nom,
      one.modeFinancement,
      String(one.membres.length),
      String(one.populationMunicipale),
    ])
    const found = (await records('epci')).map((one) => [
      one['code'],
      one['libelle'],
      one['fiscalite'],
      one['nombre_communes'],
      one['population'],
    ])
    expect(found.toSorted()).toEqual(expected.toSorted())
    expect((await records('epci')).filter(({ code }) => !isSiren(code!))).toEqual([])
  })
})

describe('departments and regions', () => {
  it('are those of the source, without the overseas territories', async () => {
    const inFrance = ({ zone }: Area): boolean => zone !== 'com'
    expect((await records('departments')).map((one) => Object.values(one))).toEqual(
      [...departments.values()]
        .filter(inFrance)
        .map(({ code, nom, region }) => [code, nom, region])
        .toSorted(),
    )
    expect((await records('regions')).map((one) => Object.values(one))).toEqual(
      [...regions.values()]
        .filter(inFrance)
        .map(({ code, nom }) => [code, nom])
        .toSorted(),
    )
  })
})

describe('filling in from communes', () => {
  it('writes the name, the department, the EPCI and the population of an INSEE code', async () => {
    const table = smallTable({ insee: ['56165', '13201', '98735', '1001', '2A004'] })
    const { table: after, outcome } = await fillFromReference.apply(
      table,
      {
        column: 'insee',
        reference: { table: 'communes' },
        key: 'code',
        take: { libelle: 'commune', departement: 'département', epci: 'epci', population: 'habitants' },
      },
      surroundings(),
    )
    expect(textRows(after)).toEqual([
      ['56165', 'Ploërmel', 'Morbihan', 'CC Ploërmel Communauté', '10163'],
      [
        '13201',
        'Marseille 1er Arrondissement',
        'Bouches-du-Rhône',
        "Métropole d'Aix-Marseille-Provence",
        '37599',
      ],
      ['98735', 'Papeete', 'Polynésie française', null, '26654'],
      ['1001', null, null, null, null],
      ['2A004', 'Ajaccio', 'Corse-du-Sud', 'CA du Pays Ajaccien', '76320'],
    ])
    expect(after.columns.at(-1)?.type).toBe('number')
    expect(outcome.failures).toMatchObject([{ code: 'unmatched', cells: 1 }])
  })
})
