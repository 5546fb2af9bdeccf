import Dexie, { type EntityTable, type Table as DexieTable } from 'dexie'

/** A workbook as lists show it: reading it reads no source. Times are milliseconds since 1970. */
export interface StoredWorkbook {
  id: string
  title: string
  createdAt: number
  modifiedAt: number
  /** Number of the version that is current; later ones can be redone. */
  at: number
  /** Size of its sources. */
  bytes: number
  /** When it was thrown away; kept for a while so that this can be undone. */
  removedAt?: number
}

/** The whole recipe after one edit. Undo and redo move between versions. */
export interface StoredVersion {
  workbook: string
  /** From 0, without gaps. */
  number: number
  /** As in a recipe file. */
  recipe: string
  /** Id of the source of each sheet that is read from a file, by sheet. */
  sources: Readonly<Record<string, string>>
}

/** A file exactly as received. */
export interface StoredSource {
  id: string
  workbook: string
  name: string
  bytes: Blob
}

class TamisDatabase extends Dexie {
  declare workbooks: EntityTable<StoredWorkbook, 'id'>
  declare versions: DexieTable<StoredVersion, [string, number]>
  declare sources: EntityTable<StoredSource, 'id'>

  constructor() {
    super('tamis')
    this.version(1).stores({
      workbooks: 'id, modifiedAt',
      versions: '[workbook+number], workbook',
      sources: 'id, workbook',
    })
  }
}

/** The page's and the worker's one database. */
export const database = new TamisDatabase()
