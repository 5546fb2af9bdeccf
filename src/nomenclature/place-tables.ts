import { ColumnBuilder } from '../table/column.ts'
import { tableFromRows, tableOf, type Table } from '../table/table.ts'
import type { ColumnType } from '../table/value.ts'
import { readCommunes } from './read-places.ts'

/** Departments: code, name, code of the region. */
export async function departmentTable(columns: readonly string[]): Promise<Table> {
  return tableFromRows(columns, (await areas()).departments)
}

/** Regions: code, name. */
export async function regionTable(columns: readonly string[]): Promise<Table> {
  return tableFromRows(columns, (await areas()).regions)
}

const areas = async () => (await import('./places/areas.json')).default

const GROUPING_TYPES: Readonly<Record<string, string>> = {
  CC: 'communauté de communes',
  CA: "communauté d'agglomération",
  CU: 'communauté urbaine',
  METRO: 'métropole',
  MET69: 'métropole de Lyon',
  EPT: 'établissement public territorial',
}

type Grouping = [
  siren: string,
  name: string,
  type: string,
  financing: string,
  members: number,
  population: number,
]

const groupings = async (): Promise<readonly Grouping[]> =>
  (await import('./places/epci.json')).default as Grouping[]

/** EPCI, and the territories of Greater Paris: SIREN, name, nature, financing, number of communes, population. */
export async function groupingTable(columns: readonly string[]): Promise<Table> {
  const rows = (await groupings()).map(([siren, name, type, financing, members, population]) => [
    siren,
    name,
    GROUPING_TYPES[type] ?? type,
    financing,
    String(members),
    String(population),
  ])
  return withNumbers(columns, rows)
}

/** Communes with all that is known of each; see `BUILT_IN_TABLES.communes` for the columns. */
export async function communeTable(columns: readonly string[]): Promise<Table> {
  const [{ default: file }, { departments, territories, regions }, epci] = await Promise.all([
    import('./places/communes.json'),
    areas(),
    groupings(),
  ])
  const nameOfArea = new Map([...departments, ...territories].map(([code, name]) => [code!, name!]))
  const regionOf = new Map(departments.map(([code, , region]) => [code!, region!]))
  const nameOfRegion = new Map(regions.map(([code, name]) => [code!, name!]))
  return withNumbers(
    columns,
    (function* () {
      for (const one of readCommunes(file)) {
        const grouping = epci[one.grouping]
        const region = regionOf.get(one.department) ?? ''
        yield [
          one.code,
          one.name,
          one.district ? 'arrondissement municipal' : 'commune',
          one.department,
          nameOfArea.get(one.department) ?? '',
          region,
          nameOfRegion.get(region) ?? '',
          grouping?.[0] ?? '',
          grouping?.[1] ?? '',
          one.siren,
          one.postalCodes,
          one.population,
        ]
      }
    })(),
  )
}

const FORMER_TYPES: Readonly<Record<string, string>> = {
  d: 'commune déléguée',
  a: 'commune associée',
  '': 'commune réunie à une autre',
}

/** Communes that became a part of another one: code, name where it is still in use, what it is now, and the commune of today. */
export async function formerCommuneTable(columns: readonly string[]): Promise<Table> {
  const [{ default: former }, { default: file }] = await Promise.all([
    import('./places/former-communes.json'),
    import('./places/communes.json'),
  ])
  const nameOf = new Map(Array.from(readCommunes(file), ({ code, name }) => [code, name]))
  return withNumbers(
    columns,
    former.map(([code = '', name = '', type = '', current = '']) => [
      code,
      name,
      FORMER_TYPES[type] ?? '',
      current,
      nameOf.get(current) ?? '',
    ]),
  )
}

const NUMBERS = new Set(['population', 'nombre_communes'])

/** A table of texts, '' for a blank, but for the columns that count. */
function withNumbers(names: readonly string[], rows: Iterable<readonly string[]>): Table {
  const builders = names.map(
    (name) => new ColumnBuilder(NUMBERS.has(name) ? ('number' satisfies ColumnType) : 'text'),
  )
  for (const row of rows) builders.forEach((builder, index) => builder.addText(row[index] || null))
  return tableOf(builders.map((builder, index) => builder.finish(names[index]!)))
}
