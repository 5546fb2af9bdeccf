/**
 * Writes `src/nomenclature/places/*.json` (communes, former communes, EPCI, departments, regions) from the package
 * `@etalab/decoupage-administratif`, without network. Run: `npm run places`.
 *
 * `communes.json`: one text a column, rows in the order of the codes, joined by `|`; `src/nomenclature/read-places.ts` reads it back.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sirenKey } from '../src/nomenclature/siren.ts'

interface Commune {
  code: string
  nom: string
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal'
  departement: string
  region: string
  siren?: string
  codesPostaux?: string[]
  population?: number
  anciensCodes?: string[]
  chefLieu?: string
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
  membres: { code: string }[]
}

const source = new URL('../node_modules/@etalab/decoupage-administratif/data/', import.meta.url)
const read = <T>(name: string): T[] =>
  JSON.parse(readFileSync(new URL(`${name}.json`, source), 'utf8')) as T[]
const folder = fileURLToPath(new URL('../src/nomenclature/places/', import.meta.url))
mkdirSync(folder, { recursive: true })
const write = (name: string, content: unknown): void =>
  writeFileSync(`${folder}${name}.json`, JSON.stringify(content) + '\n')

const byCode = (a: { code: string }, b: { code: string }): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : 0

const all = read<Commune>('communes').sort(byCode)
const departments = read<Area>('departements').sort(byCode)
const regions = read<Area>('regions').sort(byCode)
const groupings = [...read<Grouping>('epci'), ...read<Grouping>('ept')].sort(byCode)
for (const { nom } of [...all, ...groupings])
  if (/[|\n]/.test(nom)) throw new Error(`${nom} has a separator in it`)

const isOverseasTerritory = ({ zone }: Area): boolean => zone === 'com'
write('areas', {
  departments: departments
    .filter((one) => !isOverseasTerritory(one))
    .map(({ code, nom, region }) => [code, nom, region]),
  territories: departments.filter(isOverseasTerritory).map(({ code, nom }) => [code, nom]),
  regions: regions.filter((one) => !isOverseasTerritory(one)).map(({ code, nom }) => [code, nom]),
})

/** What a code adds to that of its department: 001 in 01001, 01 in 97101. */
const own = ({ code, departement }: Commune): string => code.slice(departement.length)
const current = all.filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal')

/** `01:1 1 2…`: for each department its code, then by how much each commune's number exceeds that of the one before. */
function codes(): string {
  const groups: string[] = []
  let department = ''
  let last = 0
  let steps: number[] = []
  const close = (): void => {
    if (department !== '') groups.push(`${department}:${steps.join(' ')}`)
  }
  for (const commune of current) {
    if (commune.departement !== department) {
      close()
      department = commune.departement
      last = 0
      steps = []
    }
    const number = Number(own(commune))
    steps.push(number - last)
    last = number
  }
  close()
  return groups.join('|')
}

const digits = (department: string): string => department.slice(0, 2).replace(/[AB]/, '0')

/**
 * A commune's SIREN is 21, its department, a number that mostly follows that of its code, and a check digit: written as by how much
 * the two numbers differ, where that is not as in the row before. Another one is written whole; `-` for none.
 */
function sirens(): string {
  let offset = 0
  return current
    .map((commune) => {
      const { siren } = commune
      if (siren === undefined) return '-'
      if (siren !== siren.slice(0, 8) + sirenKey(siren.slice(0, 8)))
        throw new Error(`${siren} has a wrong key`)
      if (!siren.startsWith(`21${digits(commune.departement)}`)) return siren
      const found = Number(siren.slice(4, 8)) - Number(own(commune))
      if (found === offset) return ''
      offset = found
      return String(found)
    })
    .join('|')
}

const numberOfGrouping = new Map<string, number>()
groupings.forEach(({ membres, type }, index) => {
  // A territory of Greater Paris lies within the metropolis, which is the EPCI of its communes.
  if (type !== 'EPT') for (const { code } of membres) numberOfGrouping.set(code, index)
})

write('communes', {
  codes: codes(),
  names: current.map(({ nom }) => nom).join('|'),
  districts: current.filter(({ type }) => type === 'arrondissement-municipal').map(({ code }) => code),
  sirens: sirens(),
  // An arrondissement of Marseille has the EPCI of Marseille.
  groupings: current
    .map(({ code, commune = code }) => numberOfGrouping.get(commune)?.toString(36) ?? '')
    .join('|'),
  populations: current.map(({ population }) => population ?? '').join('|'),
  // A postal code without its first two digits where they are those of the department.
  postal: current
    .map(({ codesPostaux = [], departement }) =>
      codesPostaux.map((one) => (one.startsWith(digits(departement)) ? one.slice(2) : one)).join(' '),
    )
    .join('|'),
})

write(
  'epci',
  groupings.map(({ code, nom, type, modeFinancement, populationMunicipale, membres }) => [
    code,
    nom,
    type,
    modeFinancement,
    membres.length,
    populationMunicipale,
  ]),
)

/** Former communes: those that live on as a part of another one, then the codes without a name of those that merged. */
const kept = new Map<string, [string, string, string, string]>()
const currentCodes = new Set(current.map(({ code }) => code))
const LETTERS = { 'commune-deleguee': 'd', 'commune-associee': 'a' } as const
for (const { code, nom, type, chefLieu } of all) {
  if (type !== 'commune-deleguee' && type !== 'commune-associee') continue
  if (currentCodes.has(code)) continue
  if (chefLieu === undefined || !currentCodes.has(chefLieu))
    throw new Error(`${code}: no commune ${chefLieu}`)
  kept.set(code, [code, nom, LETTERS[type], chefLieu])
}
for (const { code, anciensCodes = [] } of current)
  for (const old of anciensCodes)
    if (!kept.has(old) && !currentCodes.has(old)) kept.set(old, [old, '', '', code])
write(
  'former-communes',
  [...kept.values()].sort(([a], [b]) => (a < b ? -1 : 1)),
)
