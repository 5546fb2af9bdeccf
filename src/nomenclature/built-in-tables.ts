import type { Localized } from '../i18n/messages.ts'
import { tableFromRows, type Table } from '../table/table.ts'

/** A reference table that Tamis carries, with what a person must know to trust it. */
export interface BuiltInTable {
  readonly name: Localized
  /** Who publishes the facts. */
  readonly source: Localized
  /** Year or day from which they hold; '' when that has no meaning. */
  readonly date: string
  readonly licence: Localized
  /** Columns, `code` and `libelle` first; French, as the facts are. */
  readonly columns: readonly string[]
  /** How many it has, told without loading it. */
  readonly rows: number
}

const OPEN_LICENCE = { fr: 'Licence Ouverte 2.0', en: 'Open Licence 2.0' }
const NO_LICENCE = { fr: 'sans objet', en: 'not applicable' }
const INSEE = {
  fr: 'Insee, code officiel géographique',
  en: 'Insee, official geographical code',
}
/** The day for which the official geographical code is the one that Tamis carries. */
const GEOGRAPHY = '2026-01-01'

export const BUILT_IN_IDS = [
  'communes',
  'former-communes',
  'epci',
  'departments',
  'regions',
  'legal-forms',
  'licences',
  'months',
] as const
export type BuiltInId = (typeof BUILT_IN_IDS)[number]

export const BUILT_IN_TABLES: Readonly<Record<BuiltInId, BuiltInTable>> = {
  communes: {
    name: { fr: 'Communes', en: 'Municipalities of France (communes)' },
    source: {
      fr: 'Insee, code officiel géographique et populations 2023\u202f; DGCL, périmètres des EPCI\u202f; La Poste, codes postaux (réunis par Etalab)',
      en: 'Insee, official geographical code and populations 2023; DGCL, members of the EPCI; La Poste, postal codes (put together by Etalab)',
    },
    date: GEOGRAPHY,
    licence: OPEN_LICENCE,
    columns: [
      'code',
      'libelle',
      'nature',
      'code_departement',
      'departement',
      'code_region',
      'region',
      'siren_epci',
      'epci',
      'siren',
      'codes_postaux',
      'population',
    ],
    rows: 35_014,
  },
  'former-communes': {
    name: {
      fr: 'Anciennes communes (réunies à une autre)',
      en: 'Former municipalities (merged into another)',
    },
    source: {
      fr: 'Insee, code officiel géographique (réuni par Etalab)',
      en: 'Insee, official geographical code (put together by Etalab)',
    },
    date: GEOGRAPHY,
    licence: OPEN_LICENCE,
    columns: ['code', 'libelle', 'nature', 'code_commune', 'commune'],
    rows: 4_240,
  },
  epci: {
    name: { fr: 'EPCI (intercommunalités)', en: 'Groupings of municipalities (EPCI)' },
    source: {
      fr: 'DGCL, EPCI à fiscalité propre\u202f; Insee, établissements publics territoriaux et populations 2023 (réunis par Etalab)',
      en: 'DGCL, EPCI that levy taxes; Insee, territories of Greater Paris and populations 2023 (put together by Etalab)',
    },
    date: GEOGRAPHY,
    licence: OPEN_LICENCE,
    columns: ['code', 'libelle', 'nature', 'fiscalite', 'nombre_communes', 'population'],
    rows: 1_266,
  },
  departments: {
    name: { fr: 'Départements', en: 'Departments of France' },
    source: INSEE,
    date: GEOGRAPHY,
    licence: OPEN_LICENCE,
    columns: ['code', 'libelle', 'code_region'],
    rows: 101,
  },
  regions: {
    name: { fr: 'Régions', en: 'Regions of France' },
    source: INSEE,
    date: GEOGRAPHY,
    licence: OPEN_LICENCE,
    columns: ['code', 'libelle'],
    rows: 18,
  },
  'legal-forms': {
    name: { fr: 'Catégories juridiques', en: 'Legal forms' },
    source: {
      fr: 'Insee, nomenclature des catégories juridiques, niveaux I à III',
      en: 'Insee, nomenclature of legal forms, levels I to III',
    },
    date: '2022-09-01',
    licence: OPEN_LICENCE,
    columns: ['code', 'libelle', 'niveau', 'sous_categorie', 'categorie', 'en_vigueur'],
    rows: 307,
  },
  licences: {
    name: { fr: 'Licences de données ouvertes', en: 'Licences of open data' },
    source: {
      fr: 'SPDX, data.gouv.fr et code des relations entre le public et l’administration',
      en: 'SPDX, data.gouv.fr and the code of relations between the public and the administration',
    },
    date: '2026',
    licence: NO_LICENCE,
    columns: ['code', 'libelle', 'id_data_gouv', 'adresse', 'homologuee_administration'],
    rows: 8,
  },
  months: {
    name: { fr: 'Mois de l’année', en: 'Months of the year' },
    source: { fr: 'calendrier', en: 'the calendar' },
    date: '',
    licence: NO_LICENCE,
    columns: ['code', 'libelle'],
    rows: 12,
  },
}

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'

const loaded = new Map<BuiltInId, Promise<Table>>()

/** The rows of a reference table that Tamis carries, loaded when they are first asked for and kept. */
export function builtInTable(id: BuiltInId): Promise<Table> {
  let table = loaded.get(id)
  if (table === undefined) {
    table = load(id)
    loaded.set(id, table)
    table.catch(() => loaded.delete(id))
  }
  return table
}

async function load(id: BuiltInId): Promise<Table> {
  const { columns } = BUILT_IN_TABLES[id]
  switch (id) {
    case 'months':
      return tableFromRows(
        columns,
        MONTHS.split(' ').map((name, index) => [String(index + 1).padStart(2, '0'), name]),
      )
    case 'licences':
      return tableFromRows(columns, (await import('./licences.ts')).LICENCES)
    case 'legal-forms':
      return legalFormTable(columns)
    case 'communes':
      return (await import('./place-tables.ts')).communeTable(columns)
    case 'former-communes':
      return (await import('./place-tables.ts')).formerCommuneTable(columns)
    case 'epci':
      return (await import('./place-tables.ts')).groupingTable(columns)
    case 'departments':
      return (await import('./place-tables.ts')).departmentTable(columns)
    case 'regions':
      return (await import('./place-tables.ts')).regionTable(columns)
  }
}

const LEVELS: Readonly<Record<number, string>> = { 1: 'I', 2: 'II', 4: 'III' }

async function legalFormTable(columns: readonly string[]): Promise<Table> {
  const forms = (await import('./legal-forms.ts')).legalForms()
  const labels = new Map(forms.map(({ code, label }) => [code, label]))
  return tableFromRows(
    columns,
    forms.map(({ code, label, current }) => [
      code,
      label,
      LEVELS[code.length]!,
      code.length === 1 ? null : (labels.get(code.slice(0, 2)) ?? null),
      labels.get(code.slice(0, 1)) ?? null,
      current ? 'oui' : 'non',
    ]),
  )
}
